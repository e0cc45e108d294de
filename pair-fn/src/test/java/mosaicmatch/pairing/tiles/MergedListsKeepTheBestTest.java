package mosaicmatch.pairing.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mosaicmatch.pairing.search.TopList;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MergedListsKeepTheBestTest {

  private static final int CANDIDATES = 5;

  private record Candidate(int number, float value) {}

  @RepeatedTest(20)
  void whateverOrderTheyComeIn(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    var random = new Random(seed);
    var all = new ArrayList<Candidate>();
    var found = new ArrayList<RankedList>();
    for (int list = 0; list < 4; list++) {
      var part = candidates(random, 10 * list, random.nextInt(CANDIDATES + 1));
      all.addAll(part);
      found.add(ranked(part, list == 2 ? -0.5f : Float.NEGATIVE_INFINITY));
    }
    Collections.shuffle(found, random);
    var merged = new MergedLists(3, CANDIDATES);
    found.forEach(list -> merged.add(1, list));

    all.sort(
        Comparator.comparing(Candidate::value, Comparator.reverseOrder())
            .thenComparing(Candidate::number));
    var best = all.subList(0, Math.min(CANDIDATES, all.size()));
    assertThat(IntStream.range(0, merged.size(1)).mapToObj(place -> at(merged, place)))
        .as("seed %d", seed)
        .containsExactlyElementsOf(best);
    float dropped = all.size() > CANDIDATES ? all.get(CANDIDATES).value() : -0.5f;
    assertThat(merged.floor(1)).as("seed %d", seed).isEqualTo(Math.max(dropped, -0.5f));
    assertThat(merged.size(0)).isZero();
    assertThat(merged.floor(2)).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @Test
  void aSearchsListIsRankedByValueThenNumber() {
    var list = new TopList(6, Float.NEGATIVE_INFINITY);
    list.add(7, -0.25f);
    list.add(3, 0.5f);
    list.add(9, -1.5f);
    list.add(1, 0.5f);
    list.add(4, 0f);
    var ranked = RankedList.of(list, number -> number + 100);
    assertThat(ranked.numbers()).containsExactly(101, 103, 104, 107, 109);
    assertThat(ranked.values()).containsExactly(0.5f, 0.5f, 0f, -0.25f, -1.5f);
    assertThat(ranked.floor()).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  private static Candidate at(MergedLists merged, int place) {
    return new Candidate(merged.number(1, place), merged.value(1, place));
  }

  /** Of few different values, so that there are ties. */
  private static List<Candidate> candidates(Random random, int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(number -> new Candidate(number, random.nextInt(4) / 4f))
        .toList();
  }

  private static RankedList ranked(List<Candidate> candidates, float floor) {
    var list = new TopList(candidates.size() + 1, floor);
    candidates.forEach(candidate -> list.add(candidate.number(), candidate.value()));
    return RankedList.of(list, number -> number);
  }
}
