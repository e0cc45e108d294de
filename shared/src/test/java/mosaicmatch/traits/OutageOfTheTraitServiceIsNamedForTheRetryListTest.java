package mosaicmatch.traits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.http.OutageContract;
import mosaicmatch.http.VirtualTime;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.signing.RequestSigner;
import mosaicmatch.signing.SigningKey;
import org.junit.jupiter.api.Test;

class OutageOfTheTraitServiceIsNamedForTheRetryListTest extends OutageContract {

  private static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  private static final SeekerId BEN = new SeekerId("ben");
  private static final OptIn ANN =
      new OptIn(new SeekerId("ann"), Instant.parse("2026-11-21T20:00:00Z"));
  private static final PairKey PAIR = PairKey.of(ANN.userId(), BEN);
  private static final SigningKey KEY =
      new SigningKey("batch-1", "0123456789abcdef0123456789abcdef", Set.of());

  private final SeekerRegistry registry =
      new TraitServiceClient(
              server.uri(), () -> RequestSigner.withRandomNonces(KEY, time), time.guard(16))
          .registry();

  OutageOfTheTraitServiceIsNamedForTheRetryListTest() {
    super(TraitServiceUnavailableException.class, "POST /pinecone/void-match/ann");
  }

  @Override
  protected void call() {
    registry.voidMatch(ANN, CYCLE, PAIR);
  }

  @Test
  void eachTryIsSignedAnew() {
    server.answer(503, Map.of("Retry-After", "2")).answer(200, "{}");
    call();
    var signatures =
        server.asked().stream().map(asked -> asked.headers().get("signature-input")).toList();
    assertThat(signatures).hasSize(2).doesNotHaveDuplicates();
    assertThat(signatures.getLast())
        .contains("created=" + VirtualTime.START.plusSeconds(2).getEpochSecond());
  }

  @Test
  void refusedMatchesLeaveTheOthersAlone() {
    for (int i = 0; i < 40; i++) {
      server.answer(409, "{\"error\":\"match_refused\",\"reason\":\"opted_out\"}");
      assertThat(registry.matched(ANN, BEN, CYCLE, PAIR))
          .isEqualTo(new MatchAnswer.Refused("opted_out"));
    }
    server.answer(200, "{}");
    assertThat(registry.matched(ANN, BEN, CYCLE, PAIR)).isInstanceOf(MatchAnswer.Matched.class);
    assertThat(server.asked()).hasSize(41);
  }
}
