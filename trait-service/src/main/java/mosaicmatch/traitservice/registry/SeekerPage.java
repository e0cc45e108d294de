package mosaicmatch.traitservice.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.pool.SeekerId;

/**
 * Some of those who wait.
 *
 * @param seekers oldest opt-in first within each shard
 * @param next where the next page begins; empty after the last
 */
public record SeekerPage(List<Waiting> seekers, Optional<String> next) {

  /** Copies the list. */
  public SeekerPage {
    seekers = List.copyOf(seekers);
  }

  /**
   * One who waits.
   *
   * @param id who
   * @param optedInAt since when, epoch milliseconds
   * @param missedCycles cycles that left this opt-in unmatched
   * @param excluded whom they must not be matched with, in order
   */
  public record Waiting(SeekerId id, long optedInAt, int missedCycles, Set<SeekerId> excluded) {}
}
