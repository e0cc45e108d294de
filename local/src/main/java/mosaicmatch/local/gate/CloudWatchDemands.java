package mosaicmatch.local.gate;

import java.io.IOException;
import java.util.List;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.query.QueryForm;
import mosaicmatch.local.template.LocalAccount;

/** CloudWatch: an action for each alarm. */
final class CloudWatchDemands implements Demands {

  @Override
  public Asked read(Call call) throws IOException {
    byte[] body = JsonRequest.bytes(call);
    QueryForm form = QueryForm.read(body);
    String action = "cloudwatch:" + form.action();
    List<Demand> demands =
        form.members("AlarmNames").stream()
            .map(alarm -> new Demand(action, LocalAccount.arn("cloudwatch", "alarm:" + alarm)))
            .toList();
    return new Asked(
        JsonRequest.again(call, body),
        demands.isEmpty() ? List.of(new Demand(action, "*")) : demands);
  }
}
