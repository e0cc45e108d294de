package aslengine.task;

import com.fasterxml.jackson.databind.JsonNode;

/** Does the work of one kind of resource. Called on a thread of its own for each task. */
@FunctionalInterface
public interface TaskHandler {

  /**
   * Does the work and answers its result. The thread is interrupted when the task's time is up. For
   * a resource with {@code .waitForTaskToken} the result is only the answer to the submission.
   *
   * @throws TaskFailedException when the task fails
   * @throws InterruptedException when the thread was interrupted
   */
  JsonNode handle(TaskRequest request) throws TaskFailedException, InterruptedException;
}
