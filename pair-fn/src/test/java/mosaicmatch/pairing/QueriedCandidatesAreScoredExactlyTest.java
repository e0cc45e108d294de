package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;
import mosaicmatch.traits.InMemoryTraitService;
import mosaicmatch.traits.SimilarSeekers;
import org.junit.jupiter.api.Test;

class QueriedCandidatesAreScoredExactlyTest {

  private static final PairingInput POOL = Pools.draw(5, 61, 6, Shape.CLUSTERED, 0.2);
  private static final SimilarSeekers INDEX = index();

  private static SimilarSeekers index() {
    var traits = new InMemoryTraitService();
    POOL.vectors().forEach(traits::vector);
    POOL.seekers().forEach(seeker -> traits.optIn(seeker.userId(), seeker.optedInAt()));
    return traits;
  }

  private static Pairing paired(SimilarSeekers index, int topK) {
    var sources = Candidates.queried(index, topK).sources();
    return new PriorityGreedy().pair(POOL, sources, Progress.IGNORED);
  }

  @Test
  void pairsAreAmongThoseProposedAndTheirScoresExact() {
    var exact = PairingProblem.of(POOL, Usability.of(POOL), Candidates.exact().sources());
    var contenders = exact.contenders();
    var numbers = new HashMap<SeekerId, Integer>();
    IntStream.range(0, contenders.size())
        .forEach(number -> numbers.put(contenders.seeker(number).userId(), number));
    assertThat(paired(INDEX, 8).pairs())
        .isNotEmpty()
        .allSatisfy(
            pair -> {
              var first = pair.user1().userId();
              var second = pair.user2().userId();
              int one = numbers.get(first);
              int other = numbers.get(second);
              assertThat(pair.score()).isEqualTo(exact.scores().score(one, other));
              assertThat(pair.score()).isGreaterThanOrEqualTo(0.35);
              assertThat(contenders.mayMeet(one, other)).isTrue();
              assertThat(
                      INDEX.similarTo(first, 8).contains(second)
                          || INDEX.similarTo(second, 8).contains(first))
                  .isTrue();
            });
  }

  @Test
  void indexThatProposesEverybodyLeadsToTheExactPairs() {
    assertThat(paired(INDEX, 1000).pairs())
        .isEqualTo(new PriorityGreedy().pair(POOL, Progress.IGNORED).pairs());
  }

  @Test
  void unmatchedAreNotToldMoreThanIsKnown() {
    var nobody = paired((seeker, topK) -> List.of(), 8);
    assertThat(nobody.pairs()).isEmpty();
    assertThat(nobody.unmatched())
        .hasSize(61)
        .extracting(UnmatchedSeeker::reason)
        .containsOnly(UnmatchedReason.NOBODY_PROPOSED);
  }

  @Test
  void strangersAndOneselfAreNoPartners() {
    var stranger = new SeekerId("not in the pool");
    assertThat(paired((seeker, topK) -> List.of(seeker, stranger), 8).pairs()).isEmpty();
  }

  @Test
  void eachIsAskedForOnceAndFewAtATime() {
    var asked = Collections.synchronizedList(new ArrayList<SeekerId>());
    var calls = new CallsAtATime(QueriedCandidates.AT_A_TIME);
    paired(
        (seeker, topK) -> {
          calls.begin();
          asked.add(seeker);
          calls.end();
          return List.of();
        },
        8);
    assertThat(new HashSet<>(asked)).hasSize(61);
    assertThat(asked).hasSize(61);
    assertThat(calls.most()).isEqualTo(QueriedCandidates.AT_A_TIME);
  }

  @Test
  void settingChoosesAndAWrongOneIsNamed() {
    assertThat(Candidates.of(new Environment(Map.of()), INDEX).label("x/1")).isEqualTo("x/1");
    var queried = new Environment(Map.of("MOSAIC_CANDIDATES", "query-similar"));
    assertThat(Candidates.of(queried, INDEX).topK()).isEqualTo(64);
    for (var wrong :
        Map.of("MOSAIC_CANDIDATES", "some", "MOSAIC_CANDIDATES_TOP_K", "1001").entrySet()) {
      var environment = new Environment(Map.of(wrong.getKey(), wrong.getValue()));
      assertThatThrownBy(() -> Candidates.of(environment, INDEX))
          .isInstanceOf(WrongSettingException.class)
          .hasMessageContaining(wrong.getKey());
    }
  }
}
