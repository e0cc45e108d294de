package mosaicmatch.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Function;
import mosaicmatch.proof.ReliabilityTable;
import mosaicmatch.proof.SearchResult;
import mosaicmatch.proof.Wrapping;
import org.junit.jupiter.api.Test;

/** Executors of the real code that meet, in every schedule with up to three preemptions. */
class ExecutorsThatMeetKeepThePromisesTest {

  @Test
  void inEveryScheduleWithThreePreemptions() {
    long start = System.nanoTime();
    long runs = 0;
    Optional<String> violation = Optional.empty();
    for (var meeting : Meetings.values()) {
      long from = System.nanoTime();
      try {
        long schedules = Meeting.everySchedule(_ -> Wrapping.NONE, meeting::of);
        runs += schedules;
        System.out.printf("%s: %d schedules, %.1f s%n", meeting, schedules, seconds(from));
      } catch (AssertionError e) {
        violation = violation.or(() -> Optional.of(meeting + ": " + told(e)));
      }
    }
    var caught = EnumSet.noneOf(Mutant.class);
    for (var mutant : Mutant.OF_A_MEETING) {
      var noticed = noticed(mutant);
      System.out.println(
          mutant
              + ": "
              + noticed.map(t -> t.lines().limit(1).toList().toString()).orElse("not noticed"));
      if (noticed.filter(text -> text.contains(mutant.promise)).isPresent()) {
        caught.add(mutant);
      }
    }
    ReliabilityTable.ofThisBuild()
        .add(
            SearchResult.ofRuns(
                    "three-preemptions",
                    getClass(),
                    runs,
                    violation.isPresent() ? 1 : 0,
                    seconds(start))
                .withMutants(Mutant.OF_A_MEETING.size(), caught.size()));
    assertThat(violation).isEmpty();
    assertThat(caught).containsExactlyElementsOf(Mutant.OF_A_MEETING);
  }

  private static Optional<String> noticed(Mutant mutant) {
    Function<CycleWorld, Wrapping> broken = mutant::in;
    for (var meeting : Meetings.values()) {
      try {
        Meeting.everySchedule(broken, meeting::of);
      } catch (AssertionError e) {
        var text = told(e);
        if (text.startsWith(mutant.promise)) {
          return Optional.of(text);
        }
        System.out.println("  other: " + meeting + " " + text.lines().limit(1).toList());
      }
    }
    return Optional.empty();
  }

  private static String told(AssertionError e) {
    return e.getCause() == null ? e.toString() : String.valueOf(e.getCause().getMessage());
  }

  private static double seconds(long since) {
    return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
  }
}
