package mosaicmatch.lock;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import mosaicmatch.aws.Statement;
import mosaicmatch.aws.StoreCalls;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The cycle lock in one row of a DynamoDB table, which is never deleted: the fence only grows. */
final class DynamoCycleLock implements CycleLock {

  private final DynamoDbClient client;
  private final String table;
  private final LockTimes times;
  private final LockStatements statements;
  private final InstantSource clock;

  DynamoCycleLock(DynamoDbClient client, String table, LockTimes times, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.times = times;
    this.statements = new LockStatements(times);
    this.clock = clock;
  }

  @Override
  public Opening open(CycleId id, String execution, int redriveCount) {
    var cycle = new Cycle(id, execution, redriveCount, 0, false);
    return switch (write(statements.open(cycle, clock.instant()))) {
      case Written(var state) -> new Opening.Opened(cycle.withFence(state.fence()));
      case Refused(var state) when isPast(id, state) -> new Opening.AlreadyRun();
      case Refused _ -> new Opening.Busy();
    };
  }

  private static boolean isPast(CycleId id, Optional<LockState> state) {
    return state
        .flatMap(LockState::lastCycleId)
        .filter(last -> id.compareTo(last) <= 0)
        .isPresent();
  }

  @Override
  public Cycle hold(Cycle cycle) {
    var now = clock.instant();
    if (write(statements.extend(cycle, now)) instanceof Written) {
      return cycle;
    }
    return switch (write(statements.takeAgain(cycle, now))) {
      case Written(var state) -> cycle.withFence(state.fence());
      case Refused(var state) -> throw refusal(cycle, state, now);
    };
  }

  private RuntimeException refusal(Cycle cycle, Optional<LockState> state, Instant now) {
    var stored = state.orElseThrow(() -> new LockLostException(cycle.id(), cycle.fence()));
    var holder =
        stored
            .owner()
            .filter(owner -> !owner.equals(cycle.execution()))
            .filter(_ -> !stored.leaseUntil().isBefore(now.minus(times.clockSkew())));
    return holder.isPresent()
        ? new LockHeldException(cycle.id(), holder.get())
        : new CycleOvertakenException(cycle.id(), stored.lastCycleId().orElse(cycle.id()));
  }

  @Override
  public void renew(Cycle cycle) {
    var now = clock.instant();
    var held = state().filter(state -> isHeld(state, cycle));
    if (held.isEmpty()) {
      throw new LockLostException(cycle.id(), cycle.fence());
    }
    boolean late = held.get().leaseUntil().isBefore(now.plus(times.lease().dividedBy(2)));
    if (late && write(statements.renew(cycle, now)) instanceof Refused) {
      throw new LockLostException(cycle.id(), cycle.fence());
    }
  }

  private static boolean isHeld(LockState state, Cycle cycle) {
    return state.owner().filter(cycle.execution()::equals).isPresent()
        && state.fence() == cycle.fence();
  }

  @Override
  public boolean release(Cycle cycle) {
    return write(statements.release(cycle)) instanceof Written;
  }

  @Override
  public boolean releaseFor(String execution, int redriveCount, long fence) {
    return write(statements.releaseFor(execution, redriveCount, fence)) instanceof Written;
  }

  @Override
  public Optional<LockState> state() {
    var answer =
        StoreCalls.call(
            "lock table: reading",
            () ->
                client.getItem(get -> get.tableName(table).key(LockItem.KEY).consistentRead(true)));
    return LockItem.find(answer.item());
  }

  /** How a conditional write ended. */
  private sealed interface Outcome {}

  private record Written(LockState state) implements Outcome {}

  private record Refused(Optional<LockState> state) implements Outcome {}

  private Outcome write(Statement statement) {
    var request = statement.request(table, LockItem.KEY);
    try {
      var answer = StoreCalls.call("lock table: writing", () -> client.updateItem(request));
      return new Written(LockItem.state(answer.attributes()));
    } catch (ConditionalCheckFailedException e) {
      return new Refused(LockItem.find(e.item()));
    }
  }
}
