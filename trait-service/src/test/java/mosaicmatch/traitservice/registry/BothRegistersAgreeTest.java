package mosaicmatch.traitservice.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traitservice.LocalDynamoDb;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conditional expressions of the table and the pure rules answer any calls alike. */
class BothRegistersAgreeTest {

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final List<SeekerId> PEOPLE =
      List.of(new SeekerId("ana"), new SeekerId("b.o"), new SeekerId("ć:y"));
  private static final List<CycleId> CYCLES =
      List.of(new CycleId("2026-11-22T02:00:00Z"), new CycleId("2026-11-22T02:10:00Z"));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void onSeededRandomCalls(long seed) {
    Random random = new Random(seed);
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    CoolDown coolDown = new CoolDown(Duration.ofSeconds(40));
    SeekerRegistry memory = SeekerRegistry.inMemory(coolDown, now::get);
    SeekerRegistry table =
        SeekerRegistry.inDynamoDb(
            LocalDynamoDb.client(), LocalDynamoDb.seekersTable(), coolDown, now::get);
    for (int step = 0; step < 120; step++) {
      now.set(now.get().plusSeconds(random.nextInt(20) - 5));
      Function<SeekerRegistry, Object> call = call(random, memory);
      String where = "seed " + seed + ", step " + step;
      assertThat(call.apply(table)).as(where).isEqualTo(call.apply(memory));
      for (SeekerId id : PEOPLE) {
        assertThat(content(table.find(id))).as(where).isEqualTo(content(memory.find(id)));
      }
    }
  }

  /** A row without its revision: the table counts a repeated block as a write. */
  private static Seeker content(Seeker row) {
    return row.withRevision(0);
  }

  private static Function<SeekerRegistry, Object> call(Random random, SeekerRegistry memory) {
    SeekerId one = PEOPLE.get(random.nextInt(3));
    SeekerId other = PEOPLE.get((PEOPLE.indexOf(one) + 1 + random.nextInt(2)) % 3);
    CycleId cycle = CYCLES.get(random.nextInt(2));
    long optedInAt = Math.max(1, memory.find(one).optedInAt() - random.nextInt(4) / 3);
    Proposal proposal = new Proposal(one, optedInAt, cycle, other);
    return switch (random.nextInt(13)) {
      case 0, 1 -> registry -> content(registry.optIn(one));
      case 2 -> registry -> content(registry.optOut(one));
      case 3, 4, 5 -> registry -> registry.match(proposal);
      case 6 -> registry -> registry.voidMatch(proposal);
      case 7 -> registry -> registry.countMissed(new Missed(one, optedInAt, cycle));
      case 8 -> registry -> blocked(registry, one, other);
      case 9 -> registry -> unblocked(registry, one, other);
      case 10 -> registry -> registry.undoMatch(proposal);
      case 11 ->
          registry -> {
            registry.forgetMeeting(one, other);
            return true;
          };
      default ->
          random.nextInt(4) == 0
              ? registry -> content(registry.erase(one))
              : registry -> registry.waiting(2, Optional.empty()).seekers();
    };
  }

  private static Seeker blocked(SeekerRegistry registry, SeekerId one, SeekerId other) {
    registry.block(one, other);
    return content(registry.find(one));
  }

  private static Seeker unblocked(SeekerRegistry registry, SeekerId one, SeekerId other) {
    registry.unblock(one, other);
    return content(registry.find(one));
  }
}
