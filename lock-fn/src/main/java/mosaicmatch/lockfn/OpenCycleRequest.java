package mosaicmatch.lockfn;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the state machine hands to its first step.
 *
 * @param event the input that the execution was started with
 * @param execution the execution itself
 */
record OpenCycleRequest(JsonNode event, Execution execution) {

  /**
   * An execution.
   *
   * @param id its ARN
   * @param name its name
   * @param startTime when it started, ISO 8601; a redrive keeps it
   * @param redriveCount how often it was redriven, 0 or more
   */
  record Execution(String id, String name, String startTime, int redriveCount) {}
}
