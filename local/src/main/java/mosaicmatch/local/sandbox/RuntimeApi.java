package mosaicmatch.local.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mosaicmatch.local.http.BodyTooLargeException;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.http.Service;
import mosaicmatch.local.lambda.FunctionErrors;
import mosaicmatch.local.lambda.Functions;
import mosaicmatch.local.lambda.Outcome;

/**
 * Lambda's Runtime API for one child (Lambda developer guide, "Using the Lambda runtime API for
 * custom runtimes"). One for each: a dead child's poll would take the next one's event.
 */
final class RuntimeApi implements Service {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEDIA_TYPE = "application/json";
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final Pattern INVOCATION =
      Pattern.compile(ROOT + "invocation/([^/]+)/(response|error)");

  private final InstantSource clock;
  private final AtomicReference<Turn> turn = new AtomicReference<>(new Turn());

  RuntimeApi(InstantSource clock) {
    this.clock = clock;
  }

  /** The round that the child is in, or comes to next. */
  Turn turn() {
    return turn.get();
  }

  /** The child is gone: nobody waits for it any longer. */
  void exited(int exitCode) {
    turn.get().exited(exitCode);
  }

  /** Lets a waiting poll go. */
  void close() {
    turn.get().event().cancel(false);
  }

  @Override
  public Reply answer(Call call) throws IOException {
    return switch (call.rawPath()) {
      case ROOT + "invocation/next" -> next();
      // With a snapshot, this is where it would be taken; the child goes on at once.
      case ROOT + "restore/next" -> Reply.empty(200);
      case ROOT + "init/error", ROOT + "restore/error" -> {
        turn.get().fail(failed(call));
        yield accepted();
      }
      default -> invocation(call, INVOCATION.matcher(call.rawPath()));
    };
  }

  private Reply next() {
    var mine = turn.get();
    mine.asked();
    try {
      var invocation = mine.event().get();
      mine.take();
      return event(Objects.requireNonNull(invocation));
    } catch (CancellationException | ExecutionException e) {
      return error(500, "the sandbox is closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return error(500, "the sandbox is closed");
    }
  }

  private Reply event(Invocation invocation) {
    var deadline = clock.millis() + invocation.timeout().toMillis();
    return Reply.of(200, MEDIA_TYPE, invocation.payload())
        .with("Lambda-Runtime-Aws-Request-Id", invocation.requestId())
        .with("Lambda-Runtime-Deadline-Ms", Long.toString(deadline))
        .with("Lambda-Runtime-Invoked-Function-Arn", invocation.as().arn())
        .with("Lambda-Runtime-Trace-Id", traceId(invocation));
  }

  /** X-Ray is off: nothing is sampled. */
  private String traceId(Invocation invocation) {
    var id = invocation.requestId().replace("-", "");
    return "Root=1-%08x-%s;Parent=%s;Sampled=0"
        .formatted(clock.millis() / 1_000, id.substring(0, 24), id.substring(0, 16));
  }

  private Reply invocation(Call call, Matcher path) throws IOException {
    var current = turn.get();
    if (!path.matches()) {
      return error(404, "there is nothing at this address");
    }
    if (!current.is(path.group(1))) {
      return error(400, "there is no call of this id");
    }
    if (path.group(2).equals("error")) {
      end(current, failed(call));
      return accepted();
    }
    return response(call, current);
  }

  private Reply response(Call call, Turn current) throws IOException {
    try {
      var answer = call.bytes(Functions.MAX_RESPONSE_BYTES);
      end(current, new Outcome(false, text(answer)));
      return accepted();
    } catch (BodyTooLargeException e) {
      var size = call.header("content-length").map(Long::parseLong).orElse(0L);
      call.body().transferTo(OutputStream.nullOutputStream());
      current.refuse(FunctionErrors.responseTooLarge(size, Functions.MAX_RESPONSE_BYTES));
      return error(413, "the answer is too large");
    }
  }

  private static Outcome failed(Call call) throws IOException {
    return new Outcome(true, text(call.bytes(Functions.MAX_RESPONSE_BYTES)));
  }

  private static String text(byte[] body) {
    return body.length == 0 ? "null" : new String(body, StandardCharsets.UTF_8);
  }

  /** The next round begins before the caller is told, so that a quick child finds it. */
  private void end(Turn current, Outcome outcome) {
    turn.compareAndSet(current, new Turn());
    current.answer(outcome);
  }

  private static Reply accepted() {
    return Reply.of(202, MEDIA_TYPE, JSON.createObjectNode().put("status", "OK").toString());
  }

  private static Reply error(int status, String message) {
    return Reply.of(
        status, MEDIA_TYPE, JSON.createObjectNode().put("errorMessage", message).toString());
  }
}
