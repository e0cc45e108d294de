package mosaicmatch.nakama;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.http.OutageContract;
import mosaicmatch.http.VirtualTime;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;

class OutageOfNakamaIsNamedForTheRetryListTest extends OutageContract {

  private static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  private static final PairKey PAIR = PairKey.of(new SeekerId("ann"), new SeekerId("ben"));

  private final MatchRooms rooms = new NakamaClient(server.uri(), () -> "a-key", time.guard(4));

  OutageOfNakamaIsNamedForTheRetryListTest() {
    super(NakamaUnavailableException.class, "mosaic_close_match");
  }

  @Override
  protected void call() {
    rooms.close(CYCLE, PAIR, "test");
  }

  @Test
  void passingFailureIsTriedAgainAtOnce() {
    server
        .answer(503, Map.of("Retry-After", "1"))
        .answer(502, "")
        .answer(200, "{\"users\":[{\"user_id\":\"ann\"}]}");
    assertThat(rooms.gone(List.of(new SeekerId("ann"), new SeekerId("ben"))))
        .isEqualTo(Set.of(new SeekerId("ben")));
    assertThat(server.asked()).hasSize(3);
    assertThat(time.instant()).isAfterOrEqualTo(VirtualTime.START.plusSeconds(1));
  }

  /** Each of these is a refusal of this pair only; an outage of none of them. */
  @Test
  void refusalsOfPairsLeaveTheOthersAlone() {
    for (int i = 0; i < 40; i++) {
      server.answer(409, "{\"code\":10,\"message\":\"aborted by a concurrent update\"}");
      unavailable("collided with another call");
    }
    server.answer(200, "{\"closed\":true}");
    call();
    assertThat(server.asked()).hasSize(41);
  }
}
