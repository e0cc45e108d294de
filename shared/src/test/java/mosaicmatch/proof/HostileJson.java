package mosaicmatch.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Makes JSON documents hostile: by their structure most of the time, or byte by byte. */
public final class HostileJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MANY = 2_000;

  /** A value within a document: the object or list that holds it, and where in it. */
  private record Spot(JsonNode holder, String field, int index) {

    String name() {
      return holder.isObject() ? "'" + field + "'" : "element " + index;
    }

    JsonNode value() {
      return holder.isObject() ? holder.path(field) : holder.path(index);
    }

    void becomes(String raw) {
      switch (holder) {
        case ObjectNode object -> object.putRawValue(field, new RawValue(raw));
        case ArrayNode list when index < list.size() -> list.setRawValue(index, new RawValue(raw));
        case ArrayNode list -> list.addRawValue(new RawValue(raw));
        default -> throw new IllegalStateException("only objects and lists hold values");
      }
    }

    void remove() {
      switch (holder) {
        case ObjectNode object -> object.remove(field);
        case ArrayNode list -> list.remove(index);
        default -> throw new IllegalStateException("only objects and lists hold values");
      }
    }
  }

  private HostileJson() {}

  /** A document made hostile, or something else instead of it. */
  public static HostileInput of(String valid, RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> HostileBytes.of(valid.getBytes(StandardCharsets.UTF_8), random);
      case 2 -> whole(valid, random);
      default -> structure(valid, random);
    };
  }

  /** A file of one document a line, with one line made hostile, or all of it. */
  public static HostileInput ofLines(String valid, RandomGenerator random) {
    var lines = new ArrayList<>(valid.lines().toList());
    int at = random.nextInt(lines.size());
    return switch (random.nextInt(10)) {
      case 0 -> HostileBytes.of(valid.getBytes(StandardCharsets.UTF_8), random);
      case 1 -> {
        lines.add(at, lines.get(at));
        yield joined(lines, "line " + (at + 1) + " is there twice");
      }
      case 2 -> {
        var line =
            HostileWords.one(List.of("", "null", "  ", "[]", "\u0000", "{}", ",", "]"), random);
        lines.add(at, line);
        yield joined(lines, "line '" + line + "' before line " + (at + 1));
      }
      case 3 -> HostileInput.of(valid.replace("\n", "\r\n"), "lines end by CRLF");
      default -> {
        var line = of(lines.get(at), random);
        byte[] all = valid.getBytes(StandardCharsets.UTF_8);
        int from = at == 0 ? 0 : joined(lines.subList(0, at), "").bytes().length;
        int to = from + lines.get(at).getBytes(StandardCharsets.UTF_8).length;
        yield new HostileInput(
            HostileBytes.spliced(all, from, line.bytes(), to),
            "line " + (at + 1) + ": " + line.mutation());
      }
    };
  }

  private static HostileInput joined(List<String> lines, String mutation) {
    return HostileInput.of(String.join("\n", lines) + "\n", mutation);
  }

  private static HostileInput whole(String valid, RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0 -> HostileInput.of("", "empty");
      case 1 -> HostileInput.of(HostileWords.deep(random), "ten thousand brackets");
      case 2 -> HostileInput.of("\uFEFF" + valid, "byte order mark");
      case 3 -> new HostileInput(valid.getBytes(StandardCharsets.UTF_16), "UTF-16");
      case 4 -> HostileInput.of(valid + valid, "twice in a row");
      case 5 -> HostileInput.of("[" + valid + "]", "in a list");
      case 6 -> new HostileInput(valid.getBytes(StandardCharsets.ISO_8859_1), "Latin 1");
      default -> {
        var value = HostileWords.value(random);
        yield HostileInput.of(value, "instead of it " + HostileInput.shown(value));
      }
    };
  }

  private static HostileInput structure(String valid, RandomGenerator random) {
    try {
      var document = JSON.readTree(valid);
      var spots = new ArrayList<Spot>();
      collect(document, spots);
      if (spots.isEmpty()) {
        return whole(valid, random);
      }
      int changes = random.nextInt(6) == 0 ? 2 : 1;
      var mutation = change(HostileWords.one(spots, random), random);
      if (changes == 2) {
        mutation += "; " + change(HostileWords.one(spots, random), random);
      }
      return HostileInput.of(JSON.writeValueAsString(document), mutation);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the valid document is none", e);
    }
  }

  private static void collect(JsonNode node, List<Spot> spots) {
    if (node.isObject()) {
      node.fieldNames().forEachRemaining(name -> spots.add(new Spot(node, name, -1)));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      spots.add(new Spot(node, "", i));
    }
    node.forEach(child -> collect(child, spots));
  }

  private static String change(Spot spot, RandomGenerator random) {
    var value = spot.value();
    return switch (random.nextInt(10)) {
      case 0 -> {
        spot.remove();
        yield spot.name() + " is missing";
      }
      case 1 -> {
        spot.becomes("null");
        yield spot.name() + " is null";
      }
      case 2 -> unknownField(spot, random);
      case 3 -> duplicate(spot, random);
      case 4 -> renamed(spot, random);
      case 5, 6 ->
          becomes(
              spot,
              value.isTextual() ? spoiltText(value.textValue(), random) : spoilt(value, random));
      default -> becomes(spot, HostileWords.value(random));
    };
  }

  private static String becomes(Spot spot, String raw) {
    spot.becomes(raw);
    return spot.name() + " is " + HostileInput.shown(raw);
  }

  private static String unknownField(Spot spot, RandomGenerator random) {
    if (spot.holder() instanceof ObjectNode object) {
      var name = HostileWords.text(random);
      object.putRawValue(name, new RawValue("1"));
      return "unknown field '" + HostileInput.shown(name) + "'";
    }
    return becomes(spot, "{\"unknown\":1}");
  }

  /** The raw text of another field goes into that of this one. */
  private static String duplicate(Spot spot, RandomGenerator random) {
    var value = spot.value().toString();
    if (spot.holder().isObject()) {
      var again = random.nextBoolean() ? value : HostileWords.number(random);
      spot.becomes(value + "," + HostileWords.quoted(spot.field()) + ":" + again);
      return spot.name() + " is there twice";
    }
    spot.becomes(value + ("," + value).repeat(1 + random.nextInt(MANY)));
    return spot.name() + " is there many times";
  }

  private static String renamed(Spot spot, RandomGenerator random) {
    if (!(spot.holder() instanceof ObjectNode object)) {
      return becomes(spot, HostileWords.number(random));
    }
    var name =
        random.nextBoolean() ? spot.field().toUpperCase(Locale.ROOT) : spot.field() + "\u202e";
    var value = spot.value().toString();
    spot.remove();
    object.putRawValue(name, new RawValue(value));
    return spot.name() + " is written as '" + HostileInput.shown(name) + "'";
  }

  private static String spoiltText(String text, RandomGenerator random) {
    var word = HostileWords.text(random);
    int at = random.nextInt(text.length() + 1);
    return switch (random.nextInt(5)) {
      case 0 -> HostileWords.quoted(word + text);
      case 1 -> HostileWords.quoted(text + word);
      case 2 -> HostileWords.quoted(text.substring(0, at));
      case 3 -> HostileWords.quoted(text.substring(0, at) + word + text.substring(at));
      default -> "[" + HostileWords.quoted(text) + "]";
    };
  }

  private static String spoilt(JsonNode value, RandomGenerator random) {
    return value.isNumber() && random.nextInt(4) > 0
        ? HostileWords.number(random)
        : HostileWords.quoted(value.toString());
  }
}
