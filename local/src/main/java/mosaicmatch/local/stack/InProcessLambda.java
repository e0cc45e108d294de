package mosaicmatch.local.stack;

import aslengine.task.LambdaAnswer;
import aslengine.task.LambdaCall;
import aslengine.task.LambdaInvoker;
import aslengine.task.TaskFailedException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import mosaicmatch.local.lambda.FunctionName;
import mosaicmatch.local.lambda.Functions;
import mosaicmatch.local.lambda.InvocationRefusedException;

/**
 * The engine's Lambda: the functions of this process. Some of them need the engine's own address,
 * so an engine opens before they are there, and what it resumes waits for them.
 */
final class InProcessLambda implements LambdaInvoker {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final CompletableFuture<Functions> functions;

  InProcessLambda(CompletableFuture<Functions> functions) {
    this.functions = functions;
  }

  @Override
  public LambdaAnswer invoke(LambdaCall call) throws TaskFailedException, InterruptedException {
    try {
      var name = FunctionName.parse(call.functionName());
      var qualified = call.qualifier().map(name::qualified).orElse(name);
      var outcome = ready().invoke(qualified, JSON.writeValueAsBytes(call.payload()));
      var payload = json(outcome.payload());
      return outcome.failed()
          ? new LambdaAnswer.Threw(payload)
          : new LambdaAnswer.Returned(payload);
    } catch (InvocationRefusedException e) {
      throw new TaskFailedException("Lambda." + e.type(), Optional.ofNullable(e.getMessage()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a payload can't be written as JSON", e);
    }
  }

  private Functions ready() throws InterruptedException {
    try {
      return functions.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the functions could not be set up", e.getCause());
    }
  }

  private static JsonNode json(String payload) throws JsonProcessingException {
    return payload.isEmpty() ? JSON.nullNode() : JSON.readTree(payload);
  }
}
