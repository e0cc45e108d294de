package mosaicmatch.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.local.events.Rate;
import mosaicmatch.local.stack.CycleMachine;
import mosaicmatch.local.stack.LocalNames;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduledCyclesStartByThemselvesTest {

  @TempDir private Path folder;

  private LocalSettings settings() {
    return LocalSettings.of(new Environment(Map.of("MOSAIC_HOME", folder + "/home")));
  }

  @Test
  void theRulesEventStartsTheStateMachine() throws Exception {
    var inSixMinutes = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(6));
    var rate = Optional.of(new Rate("rate(5 minutes)"));
    try (var up = Up.unwatched(settings(), rate, inSixMinutes);
        var states = CycleMachine.client(up.stack().aws())) {
      up.fireDue();

      var started =
          states
              .listExecutions(request -> request.stateMachineArn(CycleMachine.arn()))
              .executions();
      assertThat(started).hasSize(1);
      var input =
          new ObjectMapper()
              .readTree(
                  states
                      .describeExecution(r -> r.executionArn(started.getFirst().executionArn()))
                      .input());
      assertThat(input.at("/detail-type").asText()).isEqualTo("Scheduled Event");
      assertThat(Instant.parse(input.at("/time").asText())).isAfter(Instant.now());
      up.fireDue();
      assertThat(
              states
                  .listExecutions(request -> request.stateMachineArn(CycleMachine.arn()))
                  .executions())
          .hasSize(1);
    }
  }

  @Test
  void aScheduleOnceGivenIsKeptAndNothingIsDueAfterARestart() throws Exception {
    try (var up =
        Up.start(settings(), Optional.of(new Rate("rate(2 hours)")), InstantSource.system())) {
      assertThat(up.stack().rules().all()).hasSize(2);
    }
    var later = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(10));
    try (var up = Up.unwatched(settings(), Optional.empty(), later);
        var states = CycleMachine.client(up.stack().aws())) {
      var rule = up.stack().rules().find(LocalNames.CYCLE_RULE).orElseThrow();
      assertThat(rule.enabled()).isTrue();
      assertThat(rule.rate().text()).isEqualTo("rate(2 hours)");
      up.fireDue();
      assertThat(
              states
                  .listExecutions(request -> request.stateMachineArn(CycleMachine.arn()))
                  .executions())
          .isEmpty();
    }
  }
}
