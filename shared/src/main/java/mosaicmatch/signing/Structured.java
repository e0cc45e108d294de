package mosaicmatch.signing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of structured fields (RFC 9651 section 3) and their one serialized form (section 4.1). */
sealed interface Structured {

  /** The text as RFC 9651 section 4.1 writes it. */
  String serialized();

  /** A member of a dictionary: an item or an inner list, with parameters in order. */
  sealed interface Member extends Structured {
    Map<String, Bare> parameters();
  }

  /** A value without parameters. */
  sealed interface Bare extends Structured {}

  record Item(Bare value, Map<String, Bare> parameters) implements Member {
    @Override
    public String serialized() {
      return value.serialized() + serializedParameters(parameters);
    }
  }

  record InnerList(List<Item> items, Map<String, Bare> parameters) implements Member {
    @Override
    public String serialized() {
      return items.stream().map(Item::serialized).collect(Collectors.joining(" ", "(", ")"))
          + serializedParameters(parameters);
    }
  }

  record Whole(long value) implements Bare {
    @Override
    public String serialized() {
      return Long.toString(value);
    }
  }

  record Decimal(BigDecimal value) implements Bare {
    @Override
    public String serialized() {
      String shortest = value.stripTrailingZeros().toPlainString();
      return shortest.contains(".") ? shortest : shortest + ".0";
    }
  }

  record Text(String value) implements Bare {
    @Override
    public String serialized() {
      return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }

  record Token(String value) implements Bare {
    @Override
    public String serialized() {
      return value;
    }
  }

  record Bytes(String base64) implements Bare {
    static Bytes of(byte[] value) {
      return new Bytes(Base64.getEncoder().encodeToString(value));
    }

    byte[] value() {
      return Base64.getDecoder().decode(base64);
    }

    @Override
    public String serialized() {
      return ":" + base64 + ":";
    }
  }

  record Flag(boolean value) implements Bare {
    @Override
    public String serialized() {
      return value ? "?1" : "?0";
    }
  }

  record Date(long epochSeconds) implements Bare {
    @Override
    public String serialized() {
      return "@" + epochSeconds;
    }
  }

  record Display(String value) implements Bare {
    @Override
    public String serialized() {
      StringBuilder out = new StringBuilder("%\"");
      for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
        boolean plain = b >= 0x20 && b < 0x7f && b != '%' && b != '"';
        out.append(plain ? Character.toString(b) : String.format("%%%02x", b & 0xff));
      }
      return out.append('"').toString();
    }
  }

  private static String serializedParameters(Map<String, Bare> parameters) {
    return parameters.entrySet().stream()
        .map(
            entry ->
                entry.getValue() instanceof Flag(boolean set) && set
                    ? ";" + entry.getKey()
                    : ";" + entry.getKey() + "=" + entry.getValue().serialized())
        .collect(Collectors.joining());
  }
}
