package mosaicmatch.local.gate;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.template.LocalAccount;

/** Step Functions: an action for an execution, a map run or a state machine. */
final class StatesDemands implements Demands {

  @Override
  public Asked read(Call call) throws IOException {
    JsonRequest request = JsonRequest.read(call);
    return new Asked(
        request.call(), List.of(new Demand("states:" + request.operation(), resource(request))));
  }

  private static String resource(JsonRequest request) {
    if (request.operation().equals("CreateStateMachine")) {
      return LocalAccount.arn("states", "stateMachine:" + request.text("name"));
    }
    return Stream.of("executionArn", "mapRunArn", "stateMachineArn")
        .map(request::text)
        .filter(arn -> !arn.isEmpty())
        .findFirst()
        .orElse("*");
  }
}
