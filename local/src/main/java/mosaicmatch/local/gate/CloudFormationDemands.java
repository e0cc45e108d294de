package mosaicmatch.local.gate;

import java.io.IOException;
import java.util.List;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.query.QueryForm;
import mosaicmatch.local.template.LocalAccount;

/** CloudFormation: an action for a stack, or for none where none is named. */
final class CloudFormationDemands implements Demands {

  @Override
  public Asked read(Call call) throws IOException {
    byte[] body = JsonRequest.bytes(call);
    QueryForm form = QueryForm.read(body);
    return new Asked(
        JsonRequest.again(call, body),
        List.of(new Demand("cloudformation:" + form.action(), stack(form.text("StackName")))));
  }

  private static String stack(String nameOrId) {
    if (nameOrId.isEmpty()) {
      return "*";
    }
    return nameOrId.startsWith("arn:")
        ? nameOrId
        : LocalAccount.arn("cloudformation", "stack/" + nameOrId + "/*");
  }
}
