package mosaicmatch.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A handler within its limits. */
final class Function implements Callee {

  private final RequestStreamHandler handler;
  private final FunctionLimits limits;
  private final InstantSource clock;
  private final Semaphore slots;

  Function(RequestStreamHandler handler, FunctionLimits limits, InstantSource clock) {
    this.handler = handler;
    this.limits = limits;
    this.clock = clock;
    slots = new Semaphore(limits.concurrency());
  }

  /**
   * Calls the handler, in a thread of its own. Past the time-out the thread is interrupted and the
   * answer given at once; its slot is free when the thread has ended.
   *
   * @throws TooManyInvocationsException if no slot is free
   */
  @Override
  public Outcome call(FunctionName as, byte[] payload) {
    if (!slots.tryAcquire()) {
      throw new TooManyInvocationsException();
    }
    return callInSlot(as, payload);
  }

  /** Calls the handler as soon as a slot is free. */
  @Override
  public Outcome callLater(FunctionName as, byte[] payload) throws InterruptedException {
    slots.acquire();
    return callInSlot(as, payload);
  }

  private Outcome callInSlot(FunctionName as, byte[] payload) {
    InvocationContext context = new InvocationContext(as, limits, clock);
    FutureTask<Outcome> call = new FutureTask<>(() -> run(context, payload));
    Thread thread =
        Thread.ofVirtual()
            .name(as.name())
            .start(
                () -> {
                  try {
                    call.run();
                  } finally {
                    slots.release();
                  }
                });
    try {
      return call.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      return FunctionErrors.timedOut(context.getAwsRequestId(), limits.timeout());
    } catch (ExecutionException e) {
      return FunctionErrors.thrown(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return FunctionErrors.thrown(e);
    }
  }

  private Outcome run(InvocationContext context, byte[] payload) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(payload), out, context);
    if (out.size() > Functions.MAX_RESPONSE_BYTES) {
      return FunctionErrors.responseTooLarge(out.size(), Functions.MAX_RESPONSE_BYTES);
    }
    return new Outcome(false, out.size() == 0 ? "null" : out.toString(StandardCharsets.UTF_8));
  }
}
