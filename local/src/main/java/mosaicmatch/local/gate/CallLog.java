package mosaicmatch.local.gate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Who asked for what, each once; of more than it keeps, the oldest are forgotten. */
final class CallLog {

  static final int MOST = 100_000;

  private final SequencedSet<RecordedCall> calls = new LinkedHashSet<>();

  synchronized void add(RecordedCall call) {
    if (calls.add(call) && calls.size() > MOST) {
      calls.removeFirst();
    }
  }

  synchronized List<RecordedCall> all() {
    return List.copyOf(calls);
  }
}
