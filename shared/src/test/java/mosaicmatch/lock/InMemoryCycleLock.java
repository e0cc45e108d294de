package mosaicmatch.lock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;

/** The cycle lock in memory. */
public final class InMemoryCycleLock implements CycleLock {

  private record Row(
      Optional<String> owner,
      int redriveCount,
      long fence,
      Instant leaseUntil,
      CycleId last,
      String opener) {}

  private final InstantSource clock;
  private final Duration lease;
  private final Duration skew;
  private Optional<Row> row = Optional.empty();

  public InMemoryCycleLock(InstantSource clock, Duration lease, Duration skew) {
    this.clock = clock;
    this.lease = lease;
    this.skew = skew;
  }

  @Override
  public synchronized Opening open(CycleId cycle, String execution, int redriveCount) {
    boolean mine = row.filter(r -> owns(r, execution)).isPresent();
    boolean reopens =
        row.filter(r -> isFree(r) && r.last.equals(cycle) && r.opener.equals(execution))
            .isPresent();
    boolean later = row.filter(r -> r.last.compareTo(cycle) >= 0).isEmpty();
    if (!mine && !reopens && !later) {
      return new Opening.AlreadyRun();
    }
    if (!mine && !row.map(this::isFree).orElse(true)) {
      return new Opening.Busy();
    }
    return new Opening.Opened(take(new Cycle(cycle, execution, redriveCount, 0, false)));
  }

  @Override
  public synchronized Cycle hold(Cycle cycle) {
    var stored = row.orElseThrow(() -> new LockLostException(cycle.id(), cycle.fence()));
    if (owns(stored, cycle.execution())
        && stored.fence == cycle.fence()
        && stored.redriveCount == cycle.redriveCount()) {
      extend(stored);
      return cycle;
    }
    if (!owns(stored, cycle.execution()) && !isFree(stored)) {
      throw new LockHeldException(cycle.id(), stored.owner.orElseThrow());
    }
    if (!stored.last.equals(cycle.id())) {
      throw new CycleOvertakenException(cycle.id(), stored.last);
    }
    return take(cycle);
  }

  @Override
  public synchronized void renew(Cycle cycle) {
    var stored =
        row.filter(r -> holds(r, cycle))
            .orElseThrow(() -> new LockLostException(cycle.id(), cycle.fence()));
    if (stored.leaseUntil.isBefore(clock.instant().plus(lease.dividedBy(2)))) {
      extend(stored);
    }
  }

  @Override
  public synchronized boolean release(Cycle cycle) {
    return free(row.filter(r -> holds(r, cycle)));
  }

  @Override
  public synchronized boolean releaseFor(String execution, int redriveCount, long fence) {
    return free(
        row.filter(r -> owns(r, execution) && r.redriveCount <= redriveCount && r.fence == fence));
  }

  @Override
  public synchronized Optional<LockState> state() {
    return row.map(
        r -> new LockState(r.owner, r.redriveCount, r.fence, r.leaseUntil, Optional.of(r.last)));
  }

  private Cycle take(Cycle cycle) {
    long fence = row.map(Row::fence).orElse(0L) + 1;
    row =
        Optional.of(
            new Row(
                Optional.of(cycle.execution()),
                cycle.redriveCount(),
                fence,
                clock.instant().plus(lease),
                cycle.id(),
                cycle.execution()));
    return cycle.withFence(fence);
  }

  private void extend(Row r) {
    row =
        Optional.of(
            new Row(
                r.owner, r.redriveCount, r.fence, clock.instant().plus(lease), r.last, r.opener));
  }

  private boolean free(Optional<Row> held) {
    held.ifPresent(
        r ->
            row =
                Optional.of(
                    new Row(
                        Optional.empty(),
                        r.redriveCount,
                        r.fence,
                        Instant.EPOCH,
                        r.last,
                        r.opener)));
    return held.isPresent();
  }

  private boolean isFree(Row r) {
    return r.owner.isEmpty() || r.leaseUntil.plus(skew).isBefore(clock.instant());
  }

  private static boolean owns(Row r, String execution) {
    return r.owner.filter(execution::equals).isPresent();
  }

  private static boolean holds(Row r, Cycle cycle) {
    return owns(r, cycle.execution()) && r.fence == cycle.fence();
  }
}
