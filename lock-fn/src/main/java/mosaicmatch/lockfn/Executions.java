package mosaicmatch.lockfn;

/** Asks how executions of the state machine stand. */
public interface Executions {

  /**
   * How an execution stands; one that is not known any more counts as ended.
   *
   * @throws mosaicmatch.aws.StoreUnavailableException if Step Functions can't be asked now
   */
  Standing describe(String arn);

  /**
   * How an execution stands.
   *
   * @param running true while it runs, or is about to run again
   * @param redriveCount how often it was redriven
   */
  record Standing(boolean running, int redriveCount) {}
}
