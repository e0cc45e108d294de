package mosaicmatch.proof;

import java.util.Locale;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.nakama.NakamaUnavailableException;
import mosaicmatch.traits.TraitServiceUnavailableException;

/** What can happen to a call at a port. */
public enum Fault {
  /** Nothing: it is done and answered. */
  NONE,
  /** The caller dies before it calls. */
  CRASH_BEFORE,
  /** The call fails, and nothing is done. */
  FAILS,
  /** It is done, and the caller dies before it hears so. */
  CRASH_AFTER,
  /** It is done, and the answer is lost. */
  ANSWER_LOST,
  /** It is refused, as everything is that is asked of the same service for a while. */
  THROTTLED;

  private static final Fault[] ALL = values();

  /** How many can happen to a call by itself, {@link #NONE} among them. */
  public static final int COUNT = THROTTLED.ordinal();

  /** A call at a port. */
  public interface Call {
    /** Does it and answers. */
    Object run() throws Throwable;
  }

  /** The fault of this number, 0 for none. */
  public static Fault number(int number) {
    return ALL[number];
  }

  /** How a trace tells of it. */
  public String inTrace() {
    return this == NONE ? "" : "  <-- " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Makes a call with this fault. */
  public Object happensTo(Class<?> port, Call call) throws Throwable {
    return switch (this) {
      case NONE -> call.run();
      case CRASH_BEFORE -> throw new Crash();
      case FAILS, THROTTLED -> throw unavailable(port);
      case CRASH_AFTER -> {
        call.run();
        throw new Crash();
      }
      case ANSWER_LOST -> {
        call.run();
        throw unavailable(port);
      }
    };
  }

  /** What a port throws when what is behind it can't be reached. */
  public static RuntimeException unavailable(Class<?> port) {
    return switch (port.getSimpleName()) {
      case "MatchRooms" -> new NakamaUnavailableException("no answer");
      case "SeekerPool", "SeekerVectors", "SeekerRegistry", "SeekerCorrections" ->
          new TraitServiceUnavailableException("no answer");
      default -> new StoreUnavailableException("no answer");
    };
  }
}
