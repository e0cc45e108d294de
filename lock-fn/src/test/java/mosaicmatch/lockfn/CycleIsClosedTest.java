package mosaicmatch.lockfn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.record.CycleStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CycleIsClosedTest {

  private static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  private static final String POOL =
      """
      ,"pool":{"key":"k","seekers":9,"left_out":{"live_claim":1,"consumed":2,"over_limit":0},
       "clock":1795312800000,"enough":true}
      """;
  private static final String PLAN =
      """
      ,"plan":{"key":"k","pairs_key":"p","unmatched_key":"u","pairs":3,"unmatched":2,
       "left_out":1,"adopted":false}
      """;

  private final LockFunctions functions = new LockFunctions();
  private String cycle;

  @BeforeEach
  void open() {
    cycle = functions.open(CycleIsOpenedOnceTest.SCHEDULED, "arn:one", 0).path("cycle").toString();
  }

  private String request(String more) {
    return "{\"cycle\":" + cycle + more + "}";
  }

  private static String retry(int items) {
    return ",\"retry\":{\"key\":\"r\",\"items\":"
        + items
        + ",\"pairs\":"
        + items
        + ",\"unmatched_batches\":0}";
  }

  @Test
  void aCycleWithNothingLeftIsComplete() {
    var answer = functions.close(request(POOL + PLAN + retry(0)));
    assertThat(answer.path("status").asText()).isEqualTo("complete");
    assertThat(answer.path("lock_released").asBoolean()).isTrue();
    var record = functions.records.find(CYCLE).orElseThrow();
    assertThat(record.status()).isEqualTo(CycleStatus.COMPLETE);
    assertThat(record.steps()).containsOnlyKeys("close-cycle");
    assertThat(record.counts())
        .isEqualTo(
            Map.of(
                "seekers", 9L,
                "left_out_live_claim", 1L,
                "left_out_consumed", 2L,
                "left_out_over_limit", 0L,
                "pairs", 3L,
                "unmatched", 2L,
                "unfinished", 0L));
    assertThat(functions.lock.state().orElseThrow().owner()).isEmpty();
  }

  @Test
  void aCycleWithTooSmallAPoolIsComplete() {
    assertThat(functions.close(request(POOL)).path("status").asText()).isEqualTo("complete");
  }

  @Test
  void aCycleWithWorkLeftIsUnfinishedAndFreesTheLockAllTheSame() {
    var answer = functions.close(request(POOL + PLAN + retry(2)));
    assertThat(answer.path("status").asText()).isEqualTo("unfinished");
    assertThat(answer.path("lock_released").asBoolean()).isTrue();
  }

  @Test
  void aCycleThatLostItsLockIsClosed() {
    functions.lock.releaseFor("arn:one", 0, 1);
    functions.lock.open(new CycleId("2026-11-22T03:00:00Z"), "arn:two", 0);
    var answer = functions.close(request(""));
    assertThat(answer.path("lock_released").asBoolean()).isFalse();
    assertThat(functions.lock.state().orElseThrow().owner()).contains("arn:two");
    assertThat(functions.records.find(CYCLE).orElseThrow().status())
        .isEqualTo(CycleStatus.COMPLETE);
  }

  @Test
  void aRepeatedCallGetsTheStoredAnswer() {
    var first = functions.close(request(POOL + PLAN + retry(2)));
    assertThat(functions.close(request(POOL + PLAN + retry(2)))).isEqualTo(first);
    assertThat(first.path("lock_released").asBoolean()).isTrue();
  }

  @Test
  void aDryRunIsClosedWithoutALock() {
    cycle = functions.open("{\"dry_run\":true}", "arn:dry", 0).path("cycle").toString();
    assertThat(functions.close(request(POOL + PLAN)).path("lock_released").asBoolean()).isFalse();
    assertThat(functions.lock.state().orElseThrow().owner()).contains("arn:one");
  }

  @Test
  void anUnfinishedCycleIsCompletedAfterItsRetryMap() {
    functions.close(request(POOL + PLAN + retry(2)));
    var answer = functions.complete(request(""));
    assertThat(answer.path("status").asText()).isEqualTo("complete");
    assertThat(functions.complete(request(""))).isEqualTo(answer);
    assertThat(functions.records.find(CYCLE).orElseThrow().status())
        .isEqualTo(CycleStatus.COMPLETE);
  }
}
