package mosaicmatch.local.gate;

import java.io.IOException;
import java.util.List;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.secrets.SecretArn;

/** Secrets Manager: an action for a secret's ARN, whether it is asked for by name or by ARN. */
final class SecretsDemands implements Demands {

  @Override
  public Asked read(Call call) throws IOException {
    JsonRequest request = JsonRequest.read(call);
    String id = request.text("SecretId");
    return new Asked(
        request.call(),
        List.of(
            new Demand(
                "secretsmanager:" + request.operation(),
                id.isEmpty() ? "*" : SecretArn.of(SecretArn.name(id)))));
  }
}
