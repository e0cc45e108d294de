package mosaicmatch.lockfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.lambda.BadInputException;
import mosaicmatch.record.CycleStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailedExecutionFreesItsLockTest {

  private static final String OWNER =
      "arn:aws:states:eu-west-1:123456789012:execution:mosaicmatch-cycle:run";
  private static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");

  private final LockFunctions functions = new LockFunctions();

  @BeforeEach
  void open() {
    functions.open(CycleIsOpenedOnceTest.SCHEDULED, OWNER, 0);
  }

  private static String event(String id, String arn, String status, String more) {
    return """
    {"version":"0","id":"%s","detail-type":"Step Functions Execution Status Change",
     "source":"aws.states","account":"123456789012","time":"2026-11-22T02:10:00Z",
     "region":"eu-west-1","resources":["%s"],
     "detail":{"executionArn":"%s","stateMachineArn":"arn:machine","name":"run",
      "status":"%s","startDate":1795312800000,"stopDate":1795313400000,
      "input":"{}","inputDetails":{"included":true},"output":null,"outputDetails":null%s}}
    """
        .formatted(id, arn, arn, status, more);
  }

  private static String failed(int redriveCount) {
    return event("e-" + redriveCount, OWNER, "FAILED", ",\"redriveCount\":" + redriveCount);
  }

  private boolean isHeld() {
    return functions.lock.state().orElseThrow().owner().isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "TIMED_OUT", "ABORTED"})
  void theLockIsFreed(String status) {
    assertThat(functions.releaseOnFailure(event("e", OWNER, status, ",\"redriveCount\":0")))
        .isTrue();
    assertThat(isHeld()).isFalse();
    assertThat(functions.records.find(CYCLE).orElseThrow().status())
        .isEqualTo(CycleStatus.UNFINISHED);
  }

  @Test
  void anotherExecutionsLockIsLeftAlone() {
    assertThat(functions.releaseOnFailure(event("e", OWNER + "-other", "FAILED", ""))).isFalse();
    assertThat(isHeld()).isTrue();
  }

  @Test
  void anExecutionThatRunsAgainKeepsItsLock() {
    functions.executions.put(OWNER, new Executions.Standing(true, 1));
    assertThat(functions.releaseOnFailure(failed(0))).isFalse();
    assertThat(isHeld()).isTrue();
  }

  @Test
  void aLateEventLeavesTheLockOfALaterRedriveAlone() {
    functions.lock.hold(new Cycle(CYCLE, OWNER, 1, 1, false));
    functions.executions.put(OWNER, new Executions.Standing(false, 1));
    assertThat(functions.releaseOnFailure(failed(0))).isFalse();
    assertThat(functions.releaseOnFailure(failed(1))).isTrue();
  }

  @Test
  void anEventWithoutARedriveCountIsJudgedByTheExecutionItself() {
    functions.lock.hold(new Cycle(CYCLE, OWNER, 1, 1, false));
    functions.executions.put(OWNER, new Executions.Standing(false, 1));
    assertThat(functions.releaseOnFailure(event("e", OWNER, "FAILED", ""))).isTrue();
  }

  @Test
  void aFreeLockIsLeftAlone() {
    functions.lock.releaseFor(OWNER, 0, 1);
    assertThat(functions.releaseOnFailure(failed(0))).isFalse();
  }

  @Test
  void aDuplicateEventGetsTheStoredAnswer() {
    assertThat(functions.releaseOnFailure(failed(0))).isTrue();
    assertThat(functions.releaseOnFailure(failed(0))).isTrue();
  }

  @Test
  void theLockIsNotFreedWhenItWasTakenAnewMeanwhile() {
    var release =
        new ReleaseOnFailure(
            functions.lock,
            functions.records,
            arn -> {
              functions.lock.hold(new Cycle(CYCLE, OWNER, 0, 0, false));
              return new Executions.Standing(false, 0);
            });
    assertThat(release.release(new EndedExecution("e", OWNER, false, java.util.Optional.of(0))))
        .isFalse();
    assertThat(isHeld()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | detail.status",
        "{\"detail\":{\"status\":\"SUCCEEDED\"}} | detail.status",
        "{\"detail\":{\"status\":\"FAILED\"}} | id",
        "{\"id\":\"e\",\"detail\":{\"status\":\"FAILED\"}} | detail.executionArn",
        "{\"id\":\"e\",\"detail\":{\"status\":\"FAILED\",\"executionArn\":7}} |"
            + " detail.executionArn",
        "{\"id\":\"e\",\"detail\":{\"status\":\"FAILED\",\"executionArn\":\"a\","
            + "\"redriveCount\":-1}} | detail.redriveCount",
        "{\"detail\":7} | detail",
        "null | event",
        "[] | event",
      })
  void anotherEventIsRefused(String event, String named) {
    assertThatThrownBy(() -> functions.releaseOnFailure(event))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(named);
    assertThat(isHeld()).isTrue();
  }
}
