package mosaicmatch.model;

/** A part of a state that is one of a few things. */
final class Choice<E extends Enum<E>> {

  private final Field field;
  private final E[] values;

  Choice(Field field, E[] values) {
    this.field = field;
    this.values = values;
  }

  E of(State state) {
    return values[field.of(state)];
  }

  boolean is(State state, E value) {
    return of(state) == value;
  }

  /** The order of the constants is the packing, within one run of the program. */
  @SuppressWarnings("EnumOrdinal")
  void put(State state, E value) {
    field.put(state, value.ordinal());
  }
}
