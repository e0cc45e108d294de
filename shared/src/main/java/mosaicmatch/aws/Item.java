package mosaicmatch.aws;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item of a table, read strictly.
 *
 * @param attributes the attributes by name
 */
public record Item(Map<String, AttributeValue> attributes) {

  /** The smallest number that DynamoDB holds beside zero is 1E-130. */
  private static final double TOO_SMALL = 1e-130;

  /** Keeps a copy. */
  public Item {
    attributes = Map.copyOf(attributes);
  }

  /** A text as an attribute. */
  public static AttributeValue of(String text) {
    return AttributeValue.fromS(text);
  }

  /** A whole number as an attribute. */
  public static AttributeValue of(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  /** A finite number as an attribute; one too small for DynamoDB as zero. */
  public static AttributeValue of(double number) {
    var kept = Math.abs(number) < TOO_SMALL ? 0 : number;
    return AttributeValue.fromN(BigDecimal.valueOf(kept).toString());
  }

  /** A flag as an attribute. */
  public static AttributeValue of(boolean flag) {
    return AttributeValue.fromBool(flag);
  }

  /** An instant as an attribute, in epoch milliseconds. */
  public static AttributeValue of(Instant instant) {
    return of(instant.toEpochMilli());
  }

  /** A text that must be there. */
  public String text(String name) {
    return findText(name).orElseThrow(() -> new BrokenItemException(name));
  }

  /** A text, if it is there. */
  public Optional<String> findText(String name) {
    return find(name, AttributeValue::s);
  }

  /**
   * A text that must be there, as what it stands for.
   *
   * @param reader throws IllegalArgumentException if it stands for nothing
   */
  public <T> T text(String name, Function<String, T> reader) {
    return findText(name, reader).orElseThrow(() -> new BrokenItemException(name));
  }

  /** A text as what it stands for, if it is there. */
  public <T> Optional<T> findText(String name, Function<String, T> reader) {
    try {
      return findText(name).map(reader);
    } catch (IllegalArgumentException e) {
      throw new BrokenItemException(name, e);
    }
  }

  /** A whole number that must be there. */
  public long number(String name) {
    return findNumber(name, Long::valueOf).orElseThrow(() -> new BrokenItemException(name));
  }

  /** A whole number that must be there and fit an int. */
  public int smallNumber(String name) {
    return findNumber(name, Integer::valueOf).orElseThrow(() -> new BrokenItemException(name));
  }

  /** A number that must be there. */
  public double decimal(String name) {
    return findNumber(name, Double::valueOf).orElseThrow(() -> new BrokenItemException(name));
  }

  /** An instant that must be there, in epoch milliseconds. */
  public Instant instant(String name) {
    return Instant.ofEpochMilli(number(name));
  }

  /** An instant, if it is there. */
  public Optional<Instant> findInstant(String name) {
    return findNumber(name, Long::valueOf).map(Instant::ofEpochMilli);
  }

  /** A flag; false if it is not there. */
  public boolean flag(String name) {
    return find(name, AttributeValue::bool).orElse(false);
  }

  /** A map that must be there. */
  public Item map(String name) {
    return find(name, value -> value.hasM() ? new Item(value.m()) : null)
        .orElseThrow(() -> new BrokenItemException(name));
  }

  private <T> Optional<T> findNumber(String name, Function<String, T> parser) {
    try {
      return find(name, AttributeValue::n).map(parser);
    } catch (NumberFormatException e) {
      throw new BrokenItemException(name, e);
    }
  }

  private <T> Optional<T> find(
      String name, Function<AttributeValue, ? extends @Nullable T> reader) {
    return Optional.ofNullable(attributes.get(name)).map(reader);
  }
}
