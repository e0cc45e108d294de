package mosaicmatch.local.operate;

import java.util.ArrayList;
import java.util.List;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.SeekerId;

/** Counts what an erasure does. */
final class ErasureTally {

  private final List<CycleId> changed = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private int cycles;
  private int entries;
  private int files;

  int cycleDone() {
    return ++cycles;
  }

  void changed(CycleId cycle) {
    changed.add(cycle);
  }

  void entries(int more) {
    entries += more;
  }

  void files(int more) {
    files += more;
  }

  void unreadable(List<String> keys) {
    unreadable.addAll(keys);
  }

  ErasedPerson erased(SeekerId person, boolean wasRegistered, boolean hadClaim) {
    return new ErasedPerson(
        person, wasRegistered, hadClaim, cycles, changed, entries, files, unreadable);
  }
}
