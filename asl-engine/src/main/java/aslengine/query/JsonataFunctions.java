package aslengine.query;

import aslengine.json.Json;
import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The functions that Step Functions adds to JSONata, and those whose answer must come from the
 * engine's own clock and chance (developer guide, "Transforming data with JSONata").
 */
public final class JsonataFunctions {
  private static final Set<String> ALGORITHMS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
  private static final int LONGEST_RANGE = 100_000;

  private final Map<String, Jsonata.JFunction> functions;
  private final JavaValues values = new JavaValues();

  /** Functions that ask this clock, draw from this chance and take ids from this source. */
  public JsonataFunctions(InstantSource clock, RandomGenerator random, Supplier<UUID> uuids) {
    functions =
        Map.of(
            "partition", function((in, args) -> partition(args), "<an?:a>"),
            "range", function((in, args) -> range(args), "<nnn?:a>"),
            "hash", function((in, args) -> hash(args), "<ss?:s>"),
            "random", function((in, args) -> random(args, random), "<n?:n>"),
            "uuid", function((in, args) -> uuids.get().toString(), "<:s>"),
            "parse", function((in, args) -> parse(args), "<s:x>"),
            "now", function((in, args) -> now(args, clock), "<s?s?:s>"),
            "millis", function((in, args) -> clock.millis(), "<:n>"),
            "shuffle", function((in, args) -> shuffle(args, random), "<a:a>"));
  }

  private static Jsonata.JFunction function(Jsonata.JFunctionCallable body, String signature) {
    return new Jsonata.JFunction(body, signature);
  }

  void bind(Jsonata.Frame frame, Set<String> names) {
    for (String name : names) {
      Jsonata.JFunction function = functions.get(name);
      if (function != null) {
        frame.bind(name, function);
      } else if (name.equals("eval")) {
        // Step Functions has no $eval: calling it is calling something that is no function.
        frame.bind(name, Jsonata.NULL_VALUE);
      }
    }
  }

  /** An empty array and a size of zero have no parts; no size at all makes one part of it. */
  private static @Nullable Object partition(List<?> args) {
    if (!(args.get(0) instanceof List<?> list) || list.isEmpty()) {
      return null;
    }
    int size = args.get(1) == null ? list.size() : number(args.get(1)).intValue();
    if (size < 0) {
      throw refusal("Second argument must be zero or greater");
    }
    if (size == 0) {
      return null;
    }
    List<Object> chunks = new ArrayList<>();
    for (int from = 0; from < list.size(); from += size) {
      chunks.add(new ArrayList<>(list.subList(from, Math.min(from + size, list.size()))));
    }
    return chunks;
  }

  private static @Nullable Object range(List<?> args) {
    if (args.size() < 3 || args.stream().anyMatch(java.util.Objects::isNull)) {
      return null;
    }
    long start = number(args.get(0)).longValue();
    long end = number(args.get(1)).longValue();
    long step = number(args.get(2)).longValue();
    if (step == 0) {
      return null;
    }
    List<Object> sequence = Utils.createSequence();
    for (long at = start; step > 0 ? at <= end : at >= end; at += step) {
      if (sequence.size() == LONGEST_RANGE) {
        throw new JException("D2014", -1, LONGEST_RANGE);
      }
      sequence.add(Utils.convertNumber(at));
    }
    return sequence;
  }

  private static JException refusal(String why) {
    return new JException("D3137: " + why, -1);
  }

  private static @Nullable Object hash(List<?> args) throws NoSuchAlgorithmException {
    if (!(args.get(0) instanceof String text) || !(args.get(1) instanceof String algorithm)) {
      return null;
    }
    if (!ALGORITHMS.contains(algorithm)) {
      throw refusal(
          "Hash algorithm '"
              + algorithm
              + "' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5");
    }
    byte[] digest =
        MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }

  private static Object random(List<?> args, RandomGenerator random) {
    Object seed = args.isEmpty() ? null : args.get(0);
    return seed == null ? random.nextDouble() : new Random(number(seed).longValue()).nextDouble();
  }

  private @Nullable Object parse(List<?> args) {
    if (args.get(0) == null) {
      return null;
    }
    if (!(args.get(0) instanceof String text)) {
      throw new JException("T0410", -1, 1, "parse");
    }
    if (text.isBlank()) {
      throw refusal("Invalid JSON");
    }
    try {
      return values.toJava(Json.parse(text));
    } catch (JsonProcessingException e) {
      throw (JException) refusal("Invalid JSON").initCause(e);
    }
  }

  private static Object now(List<?> args, InstantSource clock) {
    return Functions.dateTimeFromMillis(clock.millis(), text(args, 0), text(args, 1));
  }

  private static @Nullable String text(List<?> args, int index) {
    return args.size() > index && args.get(index) instanceof String text ? text : null;
  }

  private static Object shuffle(List<?> args, RandomGenerator random) {
    List<Object> shuffled = new ArrayList<>((List<?>) args.get(0));
    Collections.shuffle(shuffled, Random.from(random));
    return shuffled;
  }

  private static Number number(@Nullable Object value) {
    return value instanceof Number number ? number : 0;
  }
}
