package aslengine.run;

/** How an execution stands (API reference, DescribeExecution). */
public enum ExecutionStatus {
  /** On its way. */
  RUNNING,
  /** Ended with an output. */
  SUCCEEDED,
  /** Ended with an error. */
  FAILED,
  /** Took longer than the machine allows. */
  TIMED_OUT,
  /** Stopped from outside. */
  ABORTED,
  /** A child that waits for its turn in a redriven map run. */
  PENDING_REDRIVE
}
