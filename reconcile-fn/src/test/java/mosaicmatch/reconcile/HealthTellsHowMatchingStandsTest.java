package mosaicmatch.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.json.Json;
import mosaicmatch.lambda.JsonCall;
import mosaicmatch.plan.SomePairs;
import mosaicmatch.reconcile.Health.Lock.State;
import mosaicmatch.reconcile.Health.Status;
import mosaicmatch.record.CycleStatus;
import mosaicmatch.record.InMemoryCycleRecords;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTellsHowMatchingStandsTest {

  private static final String OWNER = "arn:aws:states:eu-west-1:123456789012:execution:cycle:run";

  private final CycleWorld world = new CycleWorld();

  private Health look() {
    return world.health().look();
  }

  private void complete() {
    world.records.finish(SomePairs.CYCLE, CycleStatus.COMPLETE);
  }

  @Test
  void aCycleThatHasJustCompletedIsWell() {
    complete();
    world.clock.advance(Duration.ofMinutes(30));
    var health = look();
    assertThat(health.status()).isEqualTo(Status.OK);
    assertThat(health.reasons()).isEmpty();
    assertThat(health.lastCompleted())
        .hasValueSatisfying(
            last -> {
              assertThat(last.cycleId()).isEqualTo(SomePairs.CYCLE);
              assertThat(last.ageSeconds()).isEqualTo(1_800);
            });
    assertThat(health.cyclesOverdue()).contains(0.5);
    assertThat(health.oldestUnfinished()).isEmpty();
    assertThat(health.lock().state()).isEqualTo(State.FREE);
  }

  @Test
  void moreThanTwiceTheRateWithoutACycleIsDown() {
    complete();
    world.clock.advance(Duration.ofHours(2));
    assertThat(look().status()).isEqualTo(Status.OK);
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(look().status()).isEqualTo(Status.DOWN);
    assertThat(look().reasons())
        .containsExactly("no cycle has completed in more than twice the rate of cycles");
  }

  @Test
  void aCycleThatOnlyEndedUnfinishedIsNotACompletedOne() {
    world.records.finish(SomePairs.CYCLE, CycleStatus.UNFINISHED);
    world.clock.advance(Duration.ofHours(3));
    assertThat(look().lastCompleted()).isEmpty();
    assertThat(look().cyclesOverdue()).contains(3.0);
    assertThat(look().status()).isEqualTo(Status.DOWN);
  }

  @Test
  void cyclesThatNobodyScheduledAreNeverOverdue() {
    complete();
    world.clock.advance(Duration.ofDays(9));
    var byHand = new Environment(Map.of("MOSAIC_CYCLE_SCHEDULE", "DISABLED"));
    assertThat(world.health(byHand).look().status()).isEqualTo(Status.OK);
  }

  @Test
  void aPairUnfinishedForTooLongIsToBeLookedAt() {
    complete();
    world.claim(world.pair("ada", "ben"));
    world.clock.advance(Duration.ofMinutes(119));
    assertThat(look().status()).isEqualTo(Status.OK);
    world.clock.advance(Duration.ofMinutes(2));
    var health = world.health(new Environment(Map.of("MOSAIC_CYCLE_RATE", "rate(1 day)"))).look();
    assertThat(health.status()).isEqualTo(Status.DEGRADED);
    assertThat(health.reasons()).containsExactly("a pair has been unfinished for too long");
    assertThat(health.oldestUnfinished())
        .hasValueSatisfying(
            pair -> {
              assertThat(pair.pairKey().value()).isEqualTo("ada#ben");
              assertThat(pair.ageSeconds()).isEqualTo(121 * 60);
            });
  }

  @Test
  void aLockIsStuckOnceItsLeaseAndTheSkewAreOver() {
    complete();
    world.lock.open(SomePairs.NEXT_CYCLE, OWNER, 0);
    assertThat(look().lock().state()).isEqualTo(State.HELD);
    world.clock.advance(Duration.ofSeconds(305));
    assertThat(look().lock().state()).isEqualTo(State.HELD);
    world.clock.advance(Duration.ofSeconds(5));
    var health = look();
    assertThat(health.status()).isEqualTo(Status.DEGRADED);
    assertThat(health.lock().state()).isEqualTo(State.STUCK);
    assertThat(health.lock().owner()).contains(OWNER);
    assertThat(health.lock().stuckSeconds()).isEqualTo(10);
  }

  @Test
  void beforeTheFirstCycleNothingIsKnownAndNothingIsWrong() {
    var empty =
        new HealthCheck(
            new InMemoryCycleRecords(world.clock),
            world.trail,
            world.lock,
            HealthLimits.of(new Environment(Map.of())),
            world.clock);
    assertThat(empty.look().status()).isEqualTo(Status.OK);
    assertThat(empty.look().cyclesOverdue()).isEmpty();
  }

  private JsonNode answer() {
    var handler =
        new HealthHandler(new Environment(Map.of("MOSAIC_METRICS", "off")), world.health());
    return JsonCall.of(
        handler,
        "{\"version\":\"2.0\",\"rawPath\":\"/\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}",
        JsonNode.class);
  }

  @Test
  void theAnswerOverHttpIs200OrElse503() throws Exception {
    complete();
    var well = answer();
    assertThat(well.path("statusCode").asInt()).isEqualTo(200);
    assertThat(well.at("/headers/Content-Type").asText()).isEqualTo("application/json");
    var body = Json.mapper().readTree(well.path("body").asText());
    assertThat(body.path("status").asText()).isEqualTo("ok");
    assertThat(body.at("/last_completed/cycle_id").asText()).isEqualTo("2026-11-22T02:00:00Z");
    assertThat(body.at("/lock/state").asText()).isEqualTo("free");
    world.clock.advance(Duration.ofHours(5));
    assertThat(answer().path("statusCode").asInt()).isEqualTo(503);
  }

  @Test
  void tablesThatCannotBeReadAreTold() {
    var nowhere =
        new Environment(
            Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:9",
                "MOSAIC_METRICS", "off"));
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    var answer = JsonCall.of(new HealthHandler(new AwsClients(nowhere)), "{}", JsonNode.class);
    assertThat(answer.path("statusCode").asInt()).isEqualTo(503);
    assertThat(answer.path("body").asText()).contains("down", "the tables can't be read");
  }

  @ParameterizedTest
  @CsvSource({
    "rate(1 minute),60",
    "rate(30 minutes),1800",
    "rate(1 hour),3600",
    "rate(7 days),604800",
  })
  void aRateIsRead(String rate, long seconds) {
    var read = CycleRate.of(new Environment(Map.of("MOSAIC_CYCLE_RATE", rate)));
    assertThat(read.between()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "MOSAIC_CYCLE_RATE,cron(0 * * * ? *)",
    "MOSAIC_CYCLE_RATE,rate(0 hours)",
    "MOSAIC_CYCLE_SCHEDULE,maybe",
    "MOSAIC_UNFINISHED_ALARM_SECONDS,10",
  })
  void aWrongSettingIsNamed(String name, String value) {
    assertThatThrownBy(() -> HealthLimits.of(new Environment(Map.of(name, value))))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining(name);
  }

  @Test
  void aCycleThatRunsOnIsAsOldAsItsStart() {
    world.records.open(new Cycle(new CycleId("2026-11-22T05:00:00Z"), OWNER, 0, 2, false));
    world.clock.advance(Duration.ofMinutes(90));
    assertThat(look().cyclesOverdue()).contains(1.5);
  }
}
