package mosaicmatch.plan;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.LeftOutSeeker;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;

/**
 * The files of all cycles: pool, plan, retry list, under {@code cycles/<cycle id>/}. What is
 * written gets a key of its own and never changes, but for the report. Streams read as they go and
 * must be closed. All methods throw {@code StoreUnavailableException} when the store can't be
 * reached or is throttled, {@link MissingFileException} when there is no such file, and {@link
 * BrokenFileException} when its contents can't be read.
 */
public interface PlanStore extends WorkFiles {

  /** Writes a pool that leaves nobody out. */
  default String writePool(CycleId cycle, List<Seeker> seekers) {
    return writePool(cycle, seekers, List.of());
  }

  /** Writes a pool in the given order, and who is left out of it; answers its key. */
  String writePool(CycleId cycle, List<Seeker> seekers, List<LeftOutSeeker> leftOut);

  /** Reads a pool in the order in which it was written. */
  Stream<Seeker> pool(String poolKey);

  /** Reads who was left out of a pool; nobody of pools that were written before this was kept. */
  Stream<LeftOutSeeker> leftOut(String poolKey);

  /** Writes a plan with its lists and vectors, under keys that no other plan has. */
  Plan writePlan(PlanDraft draft);

  /** Reads a plan's own file. */
  PlanDocument plan(String planKey);

  /** Reads a list of pairs. */
  Stream<PlannedPair> pairs(String pairsKey);

  /** Reads a list of unmatched seekers. */
  Stream<UnmatchedSeeker> unmatched(String unmatchedKey);

  /** Reads the vectors that a plan rests on, in the order in which they were written. */
  Map<SeekerId, float[]> vectors(String vectorsKey);

  /**
   * Compares a stored list, byte by byte, with the values that it should hold.
   *
   * @return the first line that differs, if one does
   */
  Optional<LineDifference> compare(String key, Iterator<?> values);

  /** Writes a list of unfinished work. */
  RetryList writeRetry(CycleId cycle, Iterator<? extends RetryItem> items);

  /** Reads a list of unfinished work. */
  Stream<RetryItem> retry(String retryKey);

  /**
   * The batches of unmatched seekers that failed or never ran, from the result files of the map
   * over them.
   *
   * @param manifestKey the manifest that the map's ResultWriter left
   */
  Stream<UnmatchedBatch> failedBatches(CycleId cycle, String manifestKey);

  /**
   * Writes a file of the cycle's report, over an earlier one: a report tells how things stand.
   *
   * @param name its name in the cycle's {@code report} folder, such as {@code report.html}
   * @return its key
   */
  String writeReport(CycleId cycle, String name, FileContents contents);
}
