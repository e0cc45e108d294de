package mosaicmatch.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The functions of this system, by name. Every qualifier of a name means the same function. */
public final class Functions {

  /** Lambda's limit for the payload of a call that is waited for. */
  public static final int MAX_PAYLOAD_BYTES = 6_291_456;

  /** Lambda's limit for the payload of a call that is not waited for. */
  public static final int MAX_EVENT_BYTES = 1_048_576;

  /** Lambda's limit for an answer (Lambda developer guide, "Lambda quotas"). */
  public static final int MAX_RESPONSE_BYTES = 6_291_556;

  private static final System.Logger LOG = System.getLogger(Functions.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InstantSource clock;
  private final Map<String, Callee> byName = new ConcurrentHashMap<>();
  private final Set<Thread> later = ConcurrentHashMap.newKeySet();

  /**
   * No functions yet.
   *
   * @param clock tells functions how much time they have left
   */
  public Functions(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Adds a function.
   *
   * @param name letters, digits, dashes and underscores, at most 64
   * @throws IllegalArgumentException if the name is taken
   */
  public void register(String name, RequestStreamHandler handler, FunctionLimits limits) {
    register(name, new Function(handler, limits, clock));
  }

  /**
   * Adds a function that is called by other means.
   *
   * @param name letters, digits, dashes and underscores, at most 64
   * @throws IllegalArgumentException if the name is taken
   */
  public void register(String name, Callee callee) {
    String known = FunctionName.parse(name).name();
    if (byName.putIfAbsent(known, callee) != null) {
      throw new IllegalArgumentException("there is a function " + name + " already");
    }
  }

  /** Puts something before a function that is there, such as a fault. */
  public void interpose(FunctionName function, UnaryOperator<Callee> before) {
    byName.computeIfPresent(function.name(), (_, callee) -> before.apply(callee));
  }

  /**
   * Calls a function and waits for its answer.
   *
   * @throws InvocationRefusedException if the call reaches no function
   */
  public Outcome invoke(FunctionName function, byte[] payload) {
    return find(function).call(function, checked(payload, MAX_PAYLOAD_BYTES));
  }

  /**
   * Calls a function once and does not wait; unlike Lambda, a call that fails is logged and not
   * tried again.
   *
   * @throws InvocationRefusedException if the call reaches no function
   */
  public void invokeLater(FunctionName function, byte[] payload) {
    Callee found = find(function);
    byte[] event = checked(payload, MAX_EVENT_BYTES);
    Thread thread =
        Thread.ofVirtual().name(function.name()).unstarted(() -> callLater(found, function, event));
    later.add(thread);
    thread.start();
  }

  /**
   * Waits for the calls of which nobody waits for the answer; not if the thread is told to stop.
   *
   * @param longest how long it waits for all of them together
   */
  public void finishEvents(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    try {
      for (Thread thread : List.copyOf(later)) {
        thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void callLater(Callee found, FunctionName function, byte[] event) {
    try {
      if (found.callLater(function, event).failed()) {
        LOG.log(System.Logger.Level.WARNING, "{0} failed for an event", function.name());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      later.remove(Thread.currentThread());
    }
  }

  /**
   * Checks that a call would reach a function.
   *
   * @throws InvocationRefusedException if it would not
   */
  public void check(FunctionName function, byte[] payload) {
    find(function);
    checked(payload, MAX_PAYLOAD_BYTES);
  }

  private Callee find(FunctionName function) {
    Callee found = byName.get(function.name());
    if (found == null) {
      throw new FunctionNotFoundException(function.arn());
    }
    return found;
  }

  private static byte[] checked(byte[] payload, int limit) {
    if (payload.length > limit) {
      throw new PayloadTooLargeException(limit);
    }
    byte[] json = payload.length == 0 ? new byte[] {'{', '}'} : payload;
    if (!isJson(json)) {
      throw new PayloadNotJsonException();
    }
    return json;
  }

  private static boolean isJson(byte[] payload) {
    try (JsonParser parser = JSON.createParser(payload)) {
      parser.nextToken();
      parser.skipChildren();
      JsonToken rest = parser.nextToken();
      return rest == null;
    } catch (IOException e) {
      return false;
    }
  }
}
