package aslengine.task;

import java.util.Optional;

/** Runs Lambda functions for Task states. Called on a thread of its own for each invocation. */
@FunctionalInterface
public interface LambdaInvoker {

  /**
   * Runs a function and waits for its answer. The thread is interrupted when the task's time is up.
   *
   * @throws TaskFailedException when the function could not be run at all, with an error such as
   *     {@code Lambda.ResourceNotFoundException} or {@code Lambda.ServiceException}; an error that
   *     the function itself reports is an answer
   * @throws InterruptedException when the thread was interrupted
   */
  LambdaAnswer invoke(LambdaCall call) throws TaskFailedException, InterruptedException;

  /** An invoker for engines whose definitions call no function. */
  static LambdaInvoker none() {
    return call -> {
      throw new TaskFailedException(
          "Lambda.ResourceNotFoundException",
          Optional.of("Function not found: " + call.functionName()));
    };
  }
}
