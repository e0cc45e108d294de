package mosaicmatch.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.cycle.HandDrivenClock;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

class LostLockIsToldFromAFreeOneTest {

  private static final LockTimes TIMES =
      new LockTimes(Duration.ofSeconds(300), Duration.ofSeconds(5));

  private final HandDrivenClock clock = new HandDrivenClock();
  private final CycleLock lock = new InMemoryCycleLock(clock, TIMES.lease(), TIMES.clockSkew());
  private final LockKeeper keeper = new LockKeeper(lock);
  private final Cycle cycle = open("2026-11-22T02:00:00Z", "arn:one");

  private Cycle open(String id, String execution) {
    return ((Opening.Opened) lock.open(new CycleId(id), execution, 0)).cycle();
  }

  @Test
  void aHeldLockIsKept() {
    clock.advance(Duration.ofSeconds(200));
    assertThat(keeper.keep(cycle)).isTrue();
    assertThat(lock.state().orElseThrow().leaseUntil()).isEqualTo(clock.instant().plusSeconds(300));
  }

  @Test
  void aLockThatTheCycleGaveUpIsNotLost() {
    lock.release(cycle);
    assertThat(keeper.keep(cycle)).isTrue();
    assertThat(lock.state().orElseThrow().owner()).isEmpty();
  }

  @Test
  void aLockThatAnotherExecutionTookIsLost() {
    lock.release(cycle);
    open("2026-11-22T03:00:00Z", "arn:two");
    assertThat(keeper.keep(cycle)).isFalse();
  }

  @Test
  void aLockThatTheSameExecutionTookAnewIsLost() {
    open("2026-11-22T02:00:00Z", "arn:one");
    assertThat(keeper.keep(cycle)).isFalse();
  }

  @Test
  void aLockThatCannotBeReachedStopsNothing() {
    var unreachable = LockTable.open(new Unreachable(), "lock", TIMES, clock);
    assertThat(new LockKeeper(unreachable).keep(cycle)).isFalse();
  }

  private static final class Unreachable implements DynamoDbClient {

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      throw ApiCallTimeoutException.create(1000);
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
