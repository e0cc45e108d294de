package mosaicmatch.model;

/**
 * A part of a state: a small number, 0 to its mask.
 *
 * @param word which word of the state holds it
 * @param shift where in the word it begins
 * @param mask its bits, at the low end
 */
record Field(int word, int shift, int mask) {

  /** A part of this field, counted from its low end. */
  Field part(int from, int bits) {
    return new Field(word, shift + from, (1 << bits) - 1);
  }

  int of(State state) {
    return (int) (state.words[word] >>> shift) & mask;
  }

  boolean isSet(State state) {
    return of(state) != 0;
  }

  void put(State state, int value) {
    if ((value & ~mask) != 0) {
      throw new IllegalArgumentException(value + " does not fit into " + this);
    }
    state.words[word] = state.words[word] & ~((long) mask << shift) | (long) value << shift;
  }

  void set(State state) {
    put(state, 1);
  }

  void clear(State state) {
    put(state, 0);
  }
}
