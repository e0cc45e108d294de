package mosaicmatch.local.gate;

import java.io.IOException;
import java.util.List;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.template.LocalAccount;

/** EventBridge: an action for a rule of the default bus. */
final class EventsDemands implements Demands {

  @Override
  public Asked read(Call call) throws IOException {
    JsonRequest request = JsonRequest.read(call);
    String rule = request.text("Name");
    return new Asked(
        request.call(),
        List.of(
            new Demand(
                "events:" + request.operation(),
                rule.isEmpty() ? "*" : LocalAccount.arn("events", "rule/" + rule))));
  }
}
