package mosaicmatch.local.gate;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.lambda.FunctionName;
import mosaicmatch.local.lambda.FunctionNotFoundException;

/** Lambda: InvokeFunction for a function's ARN, with its qualifier. The payload is left alone. */
final class LambdaDemands implements Demands {

  private static final Pattern INVOKE = Pattern.compile("/2015-03-31/functions/([^/]+)/.*");

  @Override
  public Asked read(Call call) throws IOException {
    Matcher path = INVOKE.matcher(call.rawPath());
    if (!path.matches()) {
      throw new UnreadableRequestException("Only Invoke is served here.");
    }
    String arn = function(call, Call.decoded(path.group(1))).arn();
    return new Asked(call, List.of(new Demand("lambda:InvokeFunction", arn)));
  }

  private static FunctionName function(Call call, String text) throws UnreadableRequestException {
    try {
      FunctionName name = FunctionName.parse(text);
      String qualifier = call.query().get("Qualifier");
      return qualifier == null ? name : name.qualified(qualifier);
    } catch (FunctionNotFoundException e) {
      throw new UnreadableRequestException(String.valueOf(e.getMessage()));
    }
  }
}
