package mosaicmatch.model;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gives out the bits of a state; no field spans two words. */
final class Layout {

  private int word;
  private int used;

  /** A number from 0 to a highest one. */
  Field number(int highest) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(highest);
    if (used + bits > Long.SIZE) {
      word++;
      used = 0;
    }
    var field = new Field(word, used, (1 << bits) - 1);
    used += bits;
    return field;
  }

  Field flag() {
    return number(1);
  }

  Field[] numbers(int howMany, int highest) {
    return IntStream.range(0, howMany).mapToObj(_ -> number(highest)).toArray(Field[]::new);
  }

  Field[] flags(int howMany) {
    return numbers(howMany, 1);
  }

  <E extends Enum<E>> Choice<E> oneOf(E[] values) {
    return new Choice<>(number(values.length - 1), values);
  }

  <E extends Enum<E>> List<Choice<E>> eachOneOf(int howMany, E[] values) {
    return Stream.generate(() -> oneOf(values)).limit(howMany).toList();
  }

  /** Bits that belong together, to be taken out again one after the other. */
  Field group(int bits) {
    return number((1 << bits) - 1);
  }

  State empty() {
    return new State(word + 1);
  }
}
