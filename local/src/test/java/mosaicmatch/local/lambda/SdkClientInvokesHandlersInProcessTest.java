package mosaicmatch.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.TestCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

class SdkClientInvokesHandlersInProcessTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FunctionLimits ROOMY = new FunctionLimits(Duration.ofSeconds(30), 10, 512);

  private final Functions functions =
      new Functions(InstantSource.fixed(Instant.parse("2026-11-22T02:00:00Z")));
  private LoopbackServer endpoint;
  private LambdaClient lambda;

  @BeforeEach
  void start() {
    endpoint = LambdaEndpoint.start(functions, Place.anywhere("Lambda"), TestCaller.ACCESS_KEY);
    lambda = TestCaller.HOLDER.client(LambdaClient.builder(), endpoint.uri());
  }

  @AfterEach
  void stop() {
    lambda.close();
    endpoint.close();
  }

  private InvokeResponse invoke(String name, String payload) {
    return lambda.invoke(b -> b.functionName(name).payload(SdkBytes.fromUtf8String(payload)));
  }

  private void register(String name, RequestStreamHandler handler) {
    functions.register(name, handler, ROOMY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OpenCycle",
        "OpenCycle:live",
        "000000000000:function:OpenCycle",
        "arn:aws:lambda:us-east-1:000000000000:function:OpenCycle:live",
        "arn:aws:lambda:us-east-1:000000000000:function:OpenCycle:$LATEST"
      })
  void functionIsFoundByNameAliasAndArn(String name) {
    register("OpenCycle", (in, out, context) -> in.transferTo(out));
    InvokeResponse answer = invoke(name, "{\"umlaut\":\"ä\"}");
    assertThat(answer.payload().asUtf8String()).isEqualTo("{\"umlaut\":\"ä\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.functionError()).isNull();
    assertThat(answer.executedVersion()).isEqualTo("$LATEST");
  }

  @Test
  void handlerIsToldAboutItsCall() throws Exception {
    register(
        "Told",
        (in, out, context) ->
            out.write(
                JSON.createObjectNode()
                    .put("name", context.getFunctionName())
                    .put("arn", context.getInvokedFunctionArn())
                    .put("left", context.getRemainingTimeInMillis())
                    .put("memory", context.getMemoryLimitInMB())
                    .put("group", context.getLogGroupName())
                    .put("request", context.getAwsRequestId())
                    .toString()
                    .getBytes(StandardCharsets.UTF_8)));
    JsonNode told = JSON.readTree(invoke("Told:live", "{}").payload().asByteArray());
    assertThat(told.path("name").asText()).isEqualTo("Told");
    assertThat(told.path("arn").asText())
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:Told:live");
    assertThat(told.path("left").asInt()).isEqualTo(30_000);
    assertThat(told.path("memory").asInt()).isEqualTo(512);
    assertThat(told.path("group").asText()).isEqualTo("/aws/lambda/Told");
    assertThat(told.path("request").asText()).hasSize(36);
  }

  @Test
  void exceptionBecomesAnUnhandledErrorByItsClassName() throws Exception {
    register(
        "Throws",
        (in, out, context) -> {
          throw new IllegalStateException("no pool", new IOException("disk"));
        });
    InvokeResponse answer = invoke("Throws", "{}");
    JsonNode error = JSON.readTree(answer.payload().asByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(error.path("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.path("errorMessage").asText()).isEqualTo("no pool");
    assertThat(error.path("stackTrace").get(0).asText()).contains("SdkClientInvokes");
    assertThat(error.path("cause").path("errorType").asText()).isEqualTo("java.io.IOException");
  }

  @Test
  void callPastItsTimeOutIsCutOffAsSandboxTimedout() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    functions.register(
        "Slow",
        (in, out, context) -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
        },
        new FunctionLimits(Duration.ofMillis(30), 1, 128));
    InvokeResponse answer = invoke("Slow", "{}");
    JsonNode error = JSON.readTree(answer.payload().asByteArray());
    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(error.path("errorType").asText()).isEqualTo("Sandbox.Timedout");
    assertThat(error.path("errorMessage").asText()).contains("Task timed out after 0.03 seconds");
    assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void callsBeyondTheConcurrencyAreThrottled() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    functions.register(
        "Single",
        (in, out, context) -> {
          entered.countDown();
          await(leave);
        },
        new FunctionLimits(Duration.ofSeconds(30), 1, 128));
    Thread first = Thread.ofVirtual().start(() -> invoke("Single", "{}"));
    entered.await();
    assertThatThrownBy(() -> invoke("Single", "{}")).isInstanceOf(TooManyRequestsException.class);
    leave.countDown();
    first.join();
    assertThat(invoke("Single", "{}").payload().asUtf8String()).isEqualTo("null");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void eventIsAnsweredAtOnceAndHandledLater() throws Exception {
    AtomicReference<String> seen = new AtomicReference<>();
    CountDownLatch handled = new CountDownLatch(1);
    register(
        "Later",
        (in, out, context) -> {
          seen.set(new String(in.readAllBytes(), StandardCharsets.UTF_8));
          handled.countDown();
        });
    InvokeResponse answer =
        lambda.invoke(
            b ->
                b.functionName("Later")
                    .invocationType(InvocationType.EVENT)
                    .payload(SdkBytes.fromUtf8String("{\"a\":1}")));
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(handled.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(seen.get()).isEqualTo("{\"a\":1}");
  }

  @Test
  void dryRunCallsNothing() {
    register(
        "Dry",
        (in, out, context) -> {
          throw new AssertionError("called");
        });
    assertThat(
            lambda
                .invoke(b -> b.functionName("Dry").invocationType(InvocationType.DRY_RUN))
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void whatReachesNoFunctionIsRefusedByName() {
    register("Known", (in, out, context) -> in.transferTo(out));
    assertThatThrownBy(() -> invoke("Unknown", "{}")).isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> invoke("Known", "{oops"))
        .isInstanceOf(InvalidRequestContentException.class);
    assertThatThrownBy(() -> invoke("Known", "{} {}"))
        .isInstanceOf(InvalidRequestContentException.class);
    assertThatThrownBy(() -> invoke("Known", "\"" + "x".repeat(Functions.MAX_PAYLOAD_BYTES) + "\""))
        .isInstanceOf(RequestTooLargeException.class);
    assertThatThrownBy(
            () ->
                lambda.invoke(
                    b ->
                        b.functionName("Known")
                            .invocationType(InvocationType.EVENT)
                            .payload(
                                SdkBytes.fromUtf8String(
                                    "\"" + "x".repeat(Functions.MAX_EVENT_BYTES) + "\""))))
        .isInstanceOf(RequestTooLargeException.class);
  }

  @Test
  void answerBeyondSixMegabytesIsAFunctionError() {
    register("Big", (in, out, context) -> out.write(new byte[Functions.MAX_RESPONSE_BYTES + 1]));
    InvokeResponse answer = invoke("Big", "{}");
    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(answer.payload().asUtf8String()).contains("Function.ResponseSizeTooLarge");
  }

  @Test
  void callersWithAnotherAccessKeyAndOtherOperationsAreRefused() {
    register("Known", (in, out, context) -> in.transferTo(out));
    try (LambdaClient stranger =
        TestCaller.STRANGER.client(LambdaClient.builder(), endpoint.uri())) {
      assertThatThrownBy(() -> stranger.invoke(b -> b.functionName("Known")))
          .isInstanceOf(LambdaException.class)
          .hasMessageContaining("security token");
    }
    assertThatThrownBy(() -> lambda.listFunctions()).isInstanceOf(LambdaException.class);
  }

  @Test
  void limitsAndNamesAreChecked() {
    register("Known", (in, out, context) -> {});
    assertThatThrownBy(() -> register("Known", (in, out, context) -> {}))
        .hasMessageContaining("Known");
    assertThatThrownBy(() -> new FunctionLimits(Duration.ZERO, 1, 1))
        .hasMessageContaining("timeout");
    assertThatThrownBy(() -> new FunctionLimits(Duration.ofSeconds(1), 0, 1))
        .hasMessageContaining("concurrency");
  }
}
