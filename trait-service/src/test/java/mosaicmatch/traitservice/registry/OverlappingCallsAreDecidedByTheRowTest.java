package mosaicmatch.traitservice.registry;

import static mosaicmatch.traitservice.registry.SeekerRegistryContract.ANA;
import static mosaicmatch.traitservice.registry.SeekerRegistryContract.BO;
import static mosaicmatch.traitservice.registry.SeekerRegistryContract.COOL_DOWN;
import static mosaicmatch.traitservice.registry.SeekerRegistryContract.FIRST;
import static mosaicmatch.traitservice.registry.SeekerRegistryContract.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traitservice.LocalDynamoDb;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A call reads a row, another call changes it, and the first one writes. Each test shows what comes
 * of it, and that without the condition on the write it would come out wrong.
 */
class OverlappingCallsAreDecidedByTheRowTest {

  private final String table = LocalDynamoDb.seekersTable();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final SeekerRegistry other = over(LocalDynamoDb.client());

  private SeekerRegistry over(DynamoDbClient client) {
    return SeekerRegistry.inDynamoDb(client, table, COOL_DOWN, now::get);
  }

  private SeekerRegistry safe(Runnable inBetween) {
    return interposed(inBetween, InterposedDynamoDb::before);
  }

  private SeekerRegistry unsafe(Runnable inBetween) {
    return interposed(inBetween, InterposedDynamoDb::unconditionalBefore);
  }

  private SeekerRegistry interposed(
      Runnable inBetween, BiFunction<DynamoDbClient, Runnable, DynamoDbClient> client) {
    AtomicBoolean done = new AtomicBoolean();
    Runnable once =
        () -> {
          if (!done.getAndSet(true)) {
            inBetween.run();
          }
        };
    return over(client.apply(LocalDynamoDb.client(), once));
  }

  private Proposal proposal(long optedInAt) {
    return new Proposal(ANA, optedInAt, FIRST, BO);
  }

  @Test
  void anOptOutDoesNotUndoAMatchMadeMeanwhile() {
    long at = other.optIn(ANA).optedInAt();
    Runnable match = () -> assertThat(other.match(proposal(at))).isEmpty();
    assertThat(safe(match).optOut(ANA).status()).isEqualTo(SeekerStatus.MATCHED);
  }

  @Test
  void withoutTheConditionTheMatchWouldBeLost() {
    long at = other.optIn(ANA).optedInAt();
    Runnable match = () -> assertThat(other.match(proposal(at))).isEmpty();
    assertThat(unsafe(match).optOut(ANA).status()).isEqualTo(SeekerStatus.OPTED_OUT);
  }

  @Test
  void twoOptInsAtOnceAreOne() {
    AtomicReference<Long> first = new AtomicReference<>();
    Runnable optIn = () -> first.set(optInLater());
    assertThat(safe(optIn).optIn(ANA).optedInAt()).isEqualTo(first.get());
  }

  @Test
  void withoutTheConditionTheyWouldBeTwo() {
    AtomicReference<Long> first = new AtomicReference<>();
    Runnable optIn = () -> first.set(optInLater());
    assertThat(unsafe(optIn).optIn(ANA).optedInAt()).isNotEqualTo(first.get());
  }

  @Test
  void aVoidDoesNotBringBackAnOptInThatANewerOneReplaced() {
    long at = other.optIn(ANA).optedInAt();
    other.match(proposal(at));
    assertThat(safe(this::optInLater).voidMatch(proposal(at))).isFalse();
    assertThat(other.find(ANA).optedInAt()).isGreaterThan(at);
  }

  @Test
  void withoutTheConditionTheOldOptInWouldBeBack() {
    long at = other.optIn(ANA).optedInAt();
    other.match(proposal(at));
    assertThat(unsafe(this::optInLater).voidMatch(proposal(at))).isTrue();
    assertThat(other.find(ANA).optedInAt()).isEqualTo(at);
  }

  @Test
  void aBlockMadeDuringAnotherWriteIsKept() {
    other.optIn(ANA);
    safe(() -> other.block(BO, ANA)).optOut(ANA);
    assertThat(other.find(ANA).blockedBy()).containsExactly(BO);
  }

  @Test
  void withoutTheConditionTheBlockWouldBeLost() {
    other.optIn(ANA);
    unsafe(() -> other.block(BO, ANA)).optOut(ANA);
    assertThat(other.find(ANA).blockedBy()).isEmpty();
  }

  @Test
  void anErasureAlsoErasesABlockMadeMeanwhile() {
    other.optIn(ANA);
    safe(() -> other.block(ANA, BO)).erase(ANA);
    assertThat(other.find(BO).blockedBy()).isEmpty();
    assertThat(other.find(ANA).blocks()).isEmpty();
  }

  @Test
  void aMissedCycleCountedMeanwhileIsKept() {
    long at = other.optIn(ANA).optedInAt();
    Runnable miss = () -> other.countMissed(new Missed(ANA, at, FIRST));
    safe(miss).voidMatch(proposal(at));
    assertThat(other.find(ANA).missedCycles()).isEqualTo(1);
  }

  @Test
  void aRowThatNeverRestsIsReportedAsBusy() {
    other.optIn(ANA);
    SeekerId[] blocker = {new SeekerId("blocker-0")};
    SeekerRegistry restless =
        over(
            InterposedDynamoDb.before(
                LocalDynamoDb.client(),
                () -> {
                  other.block(blocker[0], ANA);
                  blocker[0] = new SeekerId(blocker[0].value() + "0");
                }));
    assertThatThrownBy(() -> restless.optOut(ANA)).isInstanceOf(StoreUnavailableException.class);
    assertThat(other.find(ANA).status()).isEqualTo(SeekerStatus.WAITING);
  }

  @Test
  void aStoreThatDoesNotAnswerHasOneName() {
    SeekerRegistry cut =
        over(
            InterposedDynamoDb.before(
                LocalDynamoDb.client(),
                () -> {
                  throw SdkClientException.create("connection refused");
                }));
    assertThatThrownBy(() -> cut.optIn(ANA)).isInstanceOf(StoreUnavailableException.class);
  }

  private long optInLater() {
    now.set(now.get().plusSeconds(1));
    return other.optIn(ANA).optedInAt();
  }
}
