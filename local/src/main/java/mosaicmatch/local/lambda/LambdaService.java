package mosaicmatch.local.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.BodyTooLargeException;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.http.Service;

/** Lambda's protocol, as much of it as Invoke (Lambda API reference). */
final class LambdaService implements Service {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEDIA_TYPE = "application/json";
  private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");

  private final Functions functions;
  private final AccessKey accessKey;

  LambdaService(Functions functions, AccessKey accessKey) {
    this.functions = functions;
    this.accessKey = accessKey;
  }

  @Override
  public Reply answer(Call call) throws IOException {
    return route(call).with("x-amzn-RequestId", UUID.randomUUID().toString());
  }

  private Reply route(Call call) throws IOException {
    Matcher path = PATH.matcher(call.rawPath());
    if (!accessKey.opens(call)) {
      return error(
          403,
          "UnrecognizedClientException",
          "The security token included in the request is invalid.");
    }
    if (!path.matches() || !call.method().equals("POST")) {
      return error(404, "ResourceNotFoundException", "Only Invoke is served here.");
    }
    try {
      return invoke(call, name(call, Call.decoded(path.group(1))));
    } catch (InvocationRefusedException refused) {
      return error(refused.status(), refused.type(), String.valueOf(refused.getMessage()));
    }
  }

  private static FunctionName name(Call call, String text) {
    FunctionName name = FunctionName.parse(text);
    String qualifier = call.query().get("Qualifier");
    return qualifier == null ? name : name.qualified(qualifier);
  }

  private Reply invoke(Call call, FunctionName function) throws IOException {
    byte[] payload = payload(call);
    return switch (call.header("x-amz-invocation-type").orElse("RequestResponse")) {
      case "RequestResponse" -> answer(functions.invoke(function, payload));
      case "Event" -> {
        functions.invokeLater(function, payload);
        yield Reply.empty(202);
      }
      case "DryRun" -> {
        functions.check(function, payload);
        yield Reply.empty(204);
      }
      default ->
          error(
              400,
              "InvalidParameterValueException",
              "InvocationType must be RequestResponse, Event or DryRun");
    };
  }

  private static byte[] payload(Call call) throws IOException {
    try {
      return call.bytes(Functions.MAX_PAYLOAD_BYTES);
    } catch (BodyTooLargeException e) {
      throw new PayloadTooLargeException(Functions.MAX_PAYLOAD_BYTES);
    }
  }

  private static Reply answer(Outcome outcome) {
    Reply reply =
        Reply.of(200, MEDIA_TYPE, outcome.payload())
            .with("X-Amz-Executed-Version", FunctionName.LATEST);
    return outcome.failed() ? reply.with("X-Amz-Function-Error", "Unhandled") : reply;
  }

  private static Reply error(int status, String type, String message) {
    String fault = status < 500 ? "User" : "Service";
    String body = JSON.createObjectNode().put("Type", fault).put("Message", message).toString();
    return Reply.of(status, MEDIA_TYPE, body).with("x-amzn-ErrorType", type);
  }
}
