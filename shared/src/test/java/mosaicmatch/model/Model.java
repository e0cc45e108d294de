package mosaicmatch.model;

import java.util.List;
import java.util.Optional;

/** What can be searched: where it begins, what may happen, and what must hold. */
interface Model {

  State beginning();

  List<Move> moves();

  /** The promise that is broken here, if one is. */
  Optional<Promise> broken(State state);

  /** The same where nothing calm is left to happen. */
  Optional<Promise> brokenWhenQuiet(State state);
}
