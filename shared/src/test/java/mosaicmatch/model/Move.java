package mosaicmatch.model;

/**
 * Something that may happen in some states.
 *
 * @param isCalm true if it happens sooner or later unless something else makes it needless; false
 *     for faults, and for what people may do or leave
 * @param step makes it happen, if it can; a step that changes nothing has not happened
 * @param words tells what happened
 */
record Move(boolean isCalm, Step step, Words words) {

  /** Changes the state, if this can happen in it; what it leaves behind if not is thrown away. */
  interface Step {
    boolean happens(State state);
  }

  /** Tells a step in the words of the domain. */
  interface Words {
    String of(State before, State after);
  }

  static Move calm(String words, Step step) {
    return new Move(true, step, (_, _) -> words);
  }

  static Move wild(String words, Step step) {
    return new Move(false, step, (_, _) -> words);
  }
}
