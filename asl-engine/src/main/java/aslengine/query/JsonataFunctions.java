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
            "partition", function((in, args) -> partition(args), "<an:a>"),
            "range", function((in, args) -> range(args), "<nnn:a>"),
            "hash", function((in, args) -> hash(args), "<xs:s>"),
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

  private static Object partition(List<?> args) {
    List<?> list = (List<?>) args.get(0);
    int size = number(args.get(1)).intValue();
    if (size < 1) {
      throw new JException("D3001", -1, "partition", size);
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

  private Object hash(List<?> args) throws NoSuchAlgorithmException {
    String algorithm = String.valueOf(args.get(1));
    if (!ALGORITHMS.contains(algorithm)) {
      throw new JException("D3001", -1, "hash", algorithm);
    }
    String text =
        args.get(0) instanceof String s ? s : values.toJson(args.get(0)).map(Json::text).orElse("");
    byte[] digest =
        MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }

  private static Object random(List<?> args, RandomGenerator random) {
    Object seed = args.isEmpty() ? null : args.get(0);
    return seed == null ? random.nextDouble() : new Random(number(seed).longValue()).nextDouble();
  }

  private Object parse(List<?> args) throws JsonProcessingException {
    return values.toJava(Json.parse(String.valueOf(args.get(0))));
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
