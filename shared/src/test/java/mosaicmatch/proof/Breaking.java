package mosaicmatch.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** Breaks one method of a port, to show that a test would see it. */
public final class Breaking implements Wrapping {

  /** What a broken method answers to have the real one called. */
  public static final Object GO_ON = new Object();

  /** What a method does instead. */
  public interface Instead {
    /** Answers instead of the real port, or {@link #GO_ON}. */
    Object run(Object real, Object[] arguments);
  }

  private final String method;
  private final Instead instead;

  private Breaking(String method, Instead instead) {
    this.method = method;
    this.instead = instead;
  }

  /** Breaks the method of this name, in every port that has it. */
  public static Breaking the(String method, Instead instead) {
    return new Breaking(method, instead);
  }

  @Override
  public <T> T wrap(Class<T> port, T real) {
    if (Arrays.stream(port.getMethods()).noneMatch(m -> m.getName().equals(method))) {
      return real;
    }
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, called, arguments) -> {
              var answer = called.getName().equals(method) ? instead.run(real, arguments) : GO_ON;
              try {
                return answer == GO_ON ? called.invoke(real, arguments) : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
