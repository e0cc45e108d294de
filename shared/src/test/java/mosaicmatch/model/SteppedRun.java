package mosaicmatch.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Semaphore;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.pool.OptIn;

/** Real code on a thread of its own, which stops before each call at a port until it is let go. */
final class SteppedRun {

  /** What becomes of a call. */
  enum Fate {
    FINE,
    ANSWER_LOST,
    CALL_LOST,
    CRASH
  }

  /** What a run waits at when it is over. */
  static final String ENDED = "ended";

  /** A process that dies; nothing may catch it. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  /** What the real code does, given how to wrap its ports. */
  interface Body {
    void run(Ports ports);
  }

  /** Makes every call at a port a stop. */
  interface Ports {
    <T> T stopping(Class<T> port, T real);
  }

  private final Semaphore go = new Semaphore(0);
  private final Semaphore parked = new Semaphore(0);
  private String pending = ENDED;
  private Fate fate = Fate.FINE;
  private String lastError = "";

  /** Starts the code; it stands before its first call, or has ended. */
  SteppedRun(Body body) {
    Thread.startVirtualThread(
        () -> {
          try {
            body.run(this::stopping);
          } catch (RuntimeException | Crash e) {
            lastError = e.toString();
          } finally {
            pending = ENDED;
            parked.release();
          }
        });
    parked.acquireUninterruptibly();
  }

  /** The call that it stands before, such as {@code matched a}. */
  String pending() {
    return pending;
  }

  /** What ended it, if an exception did. */
  String lastError() {
    return lastError;
  }

  /** Lets it make its call and go on to the next. */
  void go(Fate ofTheCall) {
    fate = ofTheCall;
    go.release();
    parked.acquireUninterruptibly();
  }

  private <T> T stopping(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> call(method, arguments, real)));
  }

  private Object call(Method method, Object[] arguments, Object real) throws Throwable {
    pending = told(method, arguments);
    parked.release();
    go.acquireUninterruptibly();
    return switch (fate) {
      case FINE -> invoke(method, arguments, real);
      case ANSWER_LOST -> throw lostAnswer(method, arguments, real);
      case CALL_LOST -> throw new StoreUnavailableException("no call");
      case CRASH -> throw new Crash();
    };
  }

  /** The call is done, whatever its answer would have been. */
  private static StoreUnavailableException lostAnswer(
      Method method, Object[] arguments, Object real) {
    try {
      return new StoreUnavailableException("no answer but " + invoke(method, arguments, real));
    } catch (Throwable refusal) {
      return new StoreUnavailableException("no answer", refusal);
    }
  }

  private static Object invoke(Method method, Object[] arguments, Object real) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static String told(Method method, Object[] arguments) {
    return arguments[0] instanceof OptIn member
        ? method.getName() + " " + member.userId()
        : method.getName();
  }
}
