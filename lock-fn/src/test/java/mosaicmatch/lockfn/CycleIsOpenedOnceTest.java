package mosaicmatch.lockfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mosaicmatch.cycle.CycleId;
import mosaicmatch.lambda.BadInputException;
import mosaicmatch.record.CycleStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycleIsOpenedOnceTest {

  static final String SCHEDULED =
      """
      {"version":"0","id":"e-1","detail-type":"Scheduled Event","source":"aws.events",
       "account":"123456789012","time":"2026-11-22T02:00:37Z","region":"eu-west-1",
       "resources":["arn:aws:events:eu-west-1:123456789012:rule/cycle"],"detail":{}}
      """;
  private static final CycleId SCHEDULED_CYCLE = new CycleId("2026-11-22T02:00:00Z");

  private final LockFunctions functions = new LockFunctions();

  @Test
  void aScheduledEventOpensTheCycleOfItsMinute() {
    var answer = functions.open(SCHEDULED, "arn:one", 0);
    assertThat(answer)
        .hasToString(
            "{\"status\":\"opened\",\"cycle\":{\"id\":\"2026-11-22T02:00:00Z\","
                + "\"execution\":\"arn:one\",\"redrive_count\":0,\"fence\":1,\"dry_run\":false},"
                + "\"lease_until\":1795313100000}");
    assertThat(functions.records.find(SCHEDULED_CYCLE).orElseThrow().status())
        .isEqualTo(CycleStatus.RUNNING);
  }

  @Test
  void aDuplicateOfTheEventIsTheSameCycleAndSkipped() {
    functions.open(SCHEDULED, "arn:one", 0);
    var answer = functions.open(SCHEDULED.replace(":37Z", ":59Z"), "arn:two", 0);
    assertThat(answer.path("status").asText()).isEqualTo("already_run");
    assertThat(answer.at("/cycle/fence").asLong()).isZero();
    assertThat(functions.lock.state().orElseThrow().owner()).contains("arn:one");
  }

  @Test
  void aCycleIsSkippedWhileAnotherRuns() {
    functions.open(SCHEDULED, "arn:one", 0);
    var later = SCHEDULED.replace("T02:00:37Z", "T03:00:00Z");
    assertThat(functions.open(later, "arn:two", 0).path("status").asText()).isEqualTo("busy");
    assertThat(functions.records.find(new CycleId("2026-11-22T03:00:00Z"))).isEmpty();
  }

  @Test
  void aRepeatedCallGetsTheStoredAnswer() {
    var first = functions.open(SCHEDULED, "arn:one", 0);
    assertThat(functions.open(SCHEDULED, "arn:one", 0)).isEqualTo(first);
    assertThat(functions.lock.state().orElseThrow().fence()).isEqualTo(1);
  }

  @Test
  void aRedriveTakesTheLockThatTheFailureFreed() {
    functions.open(SCHEDULED, "arn:one", 0);
    functions.lock.releaseFor("arn:one", 0, 1);
    var redriven = functions.open(SCHEDULED, "arn:one", 1);
    assertThat(redriven.path("status").asText()).isEqualTo("opened");
    assertThat(redriven.at("/cycle/fence").asLong()).isEqualTo(2);
    assertThat(redriven.at("/cycle/redrive_count").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 2026-11-22T02:00:13Z",
        "null | 2026-11-22T02:00:13Z",
        "{\"dry_run\":false,\"threshold\":0.5,\"pairing\":\"distributed\"} |"
            + " 2026-11-22T02:00:13Z",
        "{\"dry_run\":true} | dry-2026-11-22T02:00:13Z",
      })
  void aStartByHandKeepsItsSeconds(String event, String cycle) {
    assertThat(functions.open(event, "arn:one", 0).at("/cycle/id").asText()).isEqualTo(cycle);
  }

  @Test
  void aDryRunTakesNoLock() {
    functions.open(SCHEDULED, "arn:one", 0);
    var dry = functions.open("{\"dry_run\":true}", "arn:two", 0);
    assertThat(dry.path("status").asText()).isEqualTo("opened");
    assertThat(dry.at("/cycle/dry_run").asBoolean()).isTrue();
    assertThat(functions.lock.state().orElseThrow().owner()).contains("arn:one");
    assertThat(functions.records.latest(true, 10)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"dryrun\":true} | event: dryrun",
        "{\"dry_run\":\"yes\"} | event: dry_run",
        "{\"threshold\":\"high\"} | event: threshold",
        "{\"pairing\":\"often\"} | event: pairing",
        "{\"detail-type\":\"Scheduled Event\"} | event.time",
        "{\"source\":\"aws.events\",\"time\":\"noon\"} | event: time",
        "[1] | event",
        "7 | event",
      })
  void anInputThatIsNeitherIsRefused(String event, String named) {
    assertThatThrownBy(() -> functions.open(event, "arn:one", 0))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(named);
    assertThat(functions.lock.state()).isEmpty();
  }

  /** Found by the search over hostile events: no error of ours, and so no name to tell it by. */
  @Test
  void aTimeOfAFarYearIsNamedByItsField() {
    var far = SCHEDULED.replace("2026-11-22T02:00:37Z", "+12026-11-22T02:00:37Z");
    assertThatThrownBy(() -> functions.open(far, "arn:one", 0))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("event.time");
    assertThat(functions.lock.state()).isEmpty();
  }
}
