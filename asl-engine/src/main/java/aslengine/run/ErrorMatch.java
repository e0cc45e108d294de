package aslengine.run;

import java.util.List;

/** Decides which errors an ErrorEquals list means (ASL, "Error representation"). */
final class ErrorMatch {
  private ErrorMatch() {}

  static boolean matches(List<String> errorEquals, Failure failure) {
    return errorEquals.stream().anyMatch(name -> matches(name, failure));
  }

  private static boolean matches(String name, Failure failure) {
    return switch (name) {
      case "States.ALL" -> true;
      case "States.TaskFailed" -> !failure.is(Failure.TIMEOUT);
      case "States.HeartbeatTimeout" -> failure.kind() == Failure.Kind.HEARTBEAT;
      default -> failure.is(name);
    };
  }
}
