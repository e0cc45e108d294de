package aslengine.run;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Is told whenever an execution begins, ends or is redriven, once that is in the journal: what
 * EventBridge would be told. Children of map runs are left out.
 */
@FunctionalInterface
public interface StatusListener {

  /**
   * One change, in the order they happened, on a thread of its own.
   *
   * @param detail the {@code detail} of an EventBridge event "Step Functions Execution Status
   *     Change": executionArn, stateMachineArn, name, status, startDate and stopDate in epoch
   *     milliseconds, input, output, error, cause, redriveCount, redriveDate
   */
  void changed(JsonNode detail);
}
