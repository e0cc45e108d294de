package mosaicmatch.fetchpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.lambda.BadInputException;
import mosaicmatch.lambda.JsonCall;
import mosaicmatch.lock.LockHeldException;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.MissingSettingException;
import mosaicmatch.settings.WrongSettingException;
import org.junit.jupiter.api.Test;

class PoolIsFetchedUnderTheLockTest {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "AWS_REGION", "eu-west-1",
          "MOSAIC_BUCKET", "cycles",
          "MOSAIC_TRAIT_SERVICE_URL", "http://127.0.0.1:9");

  private final FetchWorld world = new FetchWorld();

  @Test
  void repeatedCallGetsTheStoredAnswer() {
    world.optIn("ann", 90);
    var cycle = world.open();
    var first = world.fetch(cycle);
    world.optIn("ben", 60);
    assertThat(world.fetch(cycle)).isEqualTo(first);
    assertThat(world.store.keys()).hasSize(1);
  }

  @Test
  void redriveFetchesAnewUnderANewFence() {
    world.optIn("ann", 90);
    var cycle = world.open();
    world.fetch(cycle);
    world.lock.release(cycle);
    var redriven = new Cycle(cycle.id(), cycle.execution(), 1, cycle.fence(), false);
    var fetched = world.fetch(redriven);
    assertThat(fetched.cycle().fence()).isEqualTo(cycle.fence() + 1);
    assertThat(world.store.keys()).hasSize(2);
  }

  @Test
  void nothingIsFetchedWhileAnotherExecutionHoldsTheLock() {
    var cycle = world.open();
    var other = new Cycle(cycle.id(), "execution-2", 0, cycle.fence(), false);
    assertThatThrownBy(() -> world.fetch(other)).isInstanceOf(LockHeldException.class);
    assertThat(world.store.keys()).isEmpty();
  }

  @Test
  void dryRunTakesNoLock() {
    world.optIn("ann", 90);
    var dry = new Cycle(new CycleId("dry-2026-11-22T02:00:13Z"), "execution-1", 0, 0, true);
    world.records.open(dry);
    assertThat(world.fetch(dry).pool().seekers()).isEqualTo(1);
    assertThat(world.lock.state()).isEmpty();
  }

  @Test
  void stepIsNotedInTheCycleRecord() {
    world.optIn("ann", 90);
    world.fetch(world.open());
    var record = world.records.find(FetchWorld.ID).orElseThrow();
    assertThat(record.steps()).containsKey("fetch-pool");
    assertThat(record.counts()).containsEntry("seekers", 1L);
  }

  @Test
  void functionStartsWithItsSettingsAndNamesWrongOnes() {
    assertThat(new FetchPoolHandler(new AwsClients(new Environment(SETTINGS)))).isNotNull();
    assertThatThrownBy(() -> new FetchPoolHandler(with("MOSAIC_BUCKET", "")))
        .isInstanceOf(MissingSettingException.class)
        .hasMessageContaining("MOSAIC_BUCKET");
    assertThatThrownBy(() -> new FetchPoolHandler(with("MOSAIC_TRAIT_SERVICE_URL", "traits")))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining("MOSAIC_TRAIT_SERVICE_URL");
    assertThatThrownBy(() -> new FetchPoolHandler(with("MOSAIC_MAX_SEEKERS", "1")))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining("MOSAIC_MAX_SEEKERS");
  }

  @Test
  void badEventIsNamed() {
    var handler = new FetchPoolHandler(new AwsClients(new Environment(SETTINGS)));
    assertThatThrownBy(() -> JsonCall.of(handler, "{\"cycle\":{\"id\":\"x\"}}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("cycle.id");
  }

  @Test
  void lockThatRanOutIsTakenAnew() {
    var cycle = world.open();
    world.clock.advance(Duration.ofHours(1));
    assertThat(world.fetch(cycle).cycle().id()).isEqualTo(cycle.id());
    assertThat(world.lock.state().orElseThrow().leaseUntil()).isAfter(world.now());
  }

  private static AwsClients with(String name, String value) {
    var changed = new HashMap<>(SETTINGS);
    changed.put(name, value);
    return new AwsClients(new Environment(changed));
  }
}
