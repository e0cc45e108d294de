package mosaicmatch.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import mosaicmatch.http.Allowance;
import mosaicmatch.json.Json;
import mosaicmatch.settings.Environment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * The edge of a Lambda function: reads the event, hands it to the domain, writes the answer; logs
 * as structured JSON under the call's keys, and prints one set of metrics. Errors leave by their
 * class name, on which the state machine decides whether to retry. Safe for calls at once.
 *
 * @param <I> the event, a record
 * @param <O> the answer, a record
 */
public abstract class JsonFunction<I, O> implements RequestStreamHandler {

  /** Lambda's own limit on the event of a call that waits for its answer. */
  private static final int MAX_EVENT_BYTES = 6 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(JsonFunction.class);

  private final String step;
  private final Class<I> input;
  private final boolean printsMetrics;
  private final String service;

  /**
   * For a step.
   *
   * @param step the metrics' dimension, in kebab case, such as {@code open-cycle}
   * @param input the event's type
   */
  protected JsonFunction(String step, Class<I> input, Environment environment) {
    this.step = step;
    this.input = input;
    this.printsMetrics = StepMetrics.printed(environment);
    this.service = StepMetrics.service(environment);
  }

  /** What the call works on. */
  protected abstract LogKeys logKeys(I event);

  /** Does the work. */
  protected abstract O answer(I event, Call call);

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    PowertoolsLogging.initializeLogging(context);
    try {
      var event = read(in.readNBytes(MAX_EVENT_BYTES + 1));
      var keys = logKeys(event);
      keys.values().forEach(MDC::put);
      out.write(Json.mapper().writeValueAsBytes(measured(event, keys, context)));
    } catch (BadInputException e) {
      LOG.error("{} refuses its event: {}", step, e.getMessage());
      throw e;
    } finally {
      PowertoolsLogging.clearState(true);
    }
  }

  private I read(byte[] event) {
    if (event.length > MAX_EVENT_BYTES) {
      throw new BadInputException("event: is larger than " + MAX_EVENT_BYTES + " bytes");
    }
    try {
      var read = Json.mapper().readValue(event, input);
      if (read == null) {
        throw new BadInputException("event: must be an object, not null");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw BadInputException.of(e);
    } catch (IOException e) {
      throw new BadInputException("event: is no UTF-8 JSON text");
    }
  }

  private O measured(I event, LogKeys keys, Context context) {
    var metrics = new StepMetrics(service, step);
    var allowance = new Allowance(context::getRemainingTimeInMillis);
    var start = System.nanoTime();
    try {
      var answer = allowance.during(() -> answer(event, new Call(context, metrics)));
      metrics.count(Metric.FAILURES, 0);
      LOG.info("{} is done", step);
      return answer;
    } catch (RuntimeException e) {
      metrics.count(Metric.FAILURES, 1);
      LOG.error("{} failed", step, e);
      throw e;
    } finally {
      metrics.time(Metric.DURATION, Duration.ofNanos(System.nanoTime() - start));
      metrics.countIfAny(Metric.SERVICE_RETRIES, allowance.retries());
      metrics.countIfAny(Metric.SERVICE_THROTTLED, allowance.throttled());
      metrics.countIfAny(Metric.CIRCUIT_OPEN, allowance.refused());
      print(metrics, keys);
    }
  }

  private void print(StepMetrics metrics, LogKeys keys) {
    if (printsMetrics) {
      metrics.print(keys, Instant.now(), System.out);
    }
  }
}
