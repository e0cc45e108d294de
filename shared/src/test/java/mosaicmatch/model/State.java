package mosaicmatch.model;

import java.util.Arrays;

/** One state of the model, packed into a few words; {@link Field}s read and write its parts. */
final class State {

  final long[] words;

  State(int length) {
    this.words = new long[length];
  }

  void become(State other) {
    System.arraycopy(other.words, 0, words, 0, words.length);
  }

  State copy() {
    var copy = new State(words.length);
    copy.become(this);
    return copy;
  }

  boolean isSame(State other) {
    return Arrays.equals(words, other.words);
  }
}
