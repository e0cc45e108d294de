package mosaicmatch.local.operate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.LockState;
import mosaicmatch.record.CycleRecord;
import mosaicmatch.record.CycleRecord.AdoptedPlan;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.record.CycleStatus;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Finds cycles by what people type, and says which of them are running. */
final class KnownCycles {

  private static final int TOLD = 5;

  /** More cycles than this are never under way at once: each starts a minute after the other. */
  private static final int RECENT = 20;

  private final CycleRecords records;
  private final CycleLock lock;
  private final SfnClient states;

  KnownCycles(CycleRecords records, CycleLock lock, SfnClient states) {
    this.records = records;
    this.lock = lock;
    this.states = states;
  }

  /**
   * The cycle or dry run of that id.
   *
   * @throws NoSuchCycleException if there is none
   */
  CycleRecord find(String id) {
    return parse(id)
        .flatMap(records::find)
        .orElseThrow(() -> new NoSuchCycleException(id, latestIds()));
  }

  private static Optional<CycleId> parse(String id) {
    try {
      return Optional.of(new CycleId(id));
    } catch (IllegalArgumentException noneCanHaveIt) {
      return Optional.empty();
    }
  }

  private List<String> latestIds() {
    return Stream.of(false, true)
        .flatMap(dry -> records.latest(dry, TOLD).stream())
        .map(cycle -> cycle.cycleId().value())
        .toList();
  }

  /**
   * The plan of a cycle.
   *
   * @throws NoPlanException if it has none
   */
  static AdoptedPlan planOf(CycleRecord cycle) {
    return cycle.plan().orElseThrow(() -> new NoPlanException(cycle));
  }

  /**
   * Refuses to go on while a cycle's execution runs, its retry map included.
   *
   * @throws CycleRunningException if it runs
   */
  void requireEnded(CycleRecord cycle) {
    if (isRunning(cycle)) {
      throw new CycleRunningException(cycle.cycleId(), cycle.execution());
    }
  }

  /**
   * Refuses to go on while any cycle runs.
   *
   * @throws CycleRunningException if one does
   */
  void requireNoneRunning() {
    lock.state()
        .filter(state -> state.leaseUntil().isAfter(Workbench.CLOCK.instant()))
        .flatMap(LockState::owner)
        .ifPresent(
            owner -> {
              throw new CycleRunningException(owner);
            });
    Stream.of(false, true)
        .flatMap(dry -> records.latest(dry, RECENT).stream())
        .filter(cycle -> cycle.status() != CycleStatus.COMPLETE)
        .forEach(this::requireEnded);
  }

  private boolean isRunning(CycleRecord cycle) {
    try {
      return states
          .describeExecution(request -> request.executionArn(cycle.execution()))
          .status()
          .equals(ExecutionStatus.RUNNING);
    } catch (ExecutionDoesNotExistException noLongerKept) {
      return false;
    }
  }
}
