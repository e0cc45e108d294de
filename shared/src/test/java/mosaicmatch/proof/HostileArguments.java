package mosaicmatch.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A valid command line that was made hostile.
 *
 * @param arguments what is handed over
 * @param mutation what was done to it, in words
 */
public record HostileArguments(List<String> arguments, String mutation) {

  /** Keeps a copy. */
  public HostileArguments {
    arguments = List.copyOf(arguments);
  }

  /** A command line made hostile. */
  public static HostileArguments of(List<String> valid, RandomGenerator random) {
    var arguments = new ArrayList<>(valid);
    int at = random.nextInt(arguments.size());
    var word = random.nextInt(3) == 0 ? HostileWords.number(random) : HostileWords.text(random);
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        arguments.set(at, word);
        yield told(arguments, at, "is now", word);
      }
      case 3 -> {
        arguments.set(at, arguments.get(at) + word);
        yield told(arguments, at, "has at its end", word);
      }
      case 4 -> {
        arguments.add(at, word);
        yield told(arguments, at, "is new", word);
      }
      case 5 -> {
        arguments.add(arguments.get(at));
        yield told(arguments, at, "is there twice", "");
      }
      case 6 -> {
        Collections.swap(arguments, at, random.nextInt(arguments.size()));
        yield told(arguments, at, "has changed its place", "");
      }
      default -> {
        var options = List.of("--no-such", "--=", "--", "-", "@/etc/passwd", "--json=maybe", "-é");
        var option = HostileWords.one(options, random);
        arguments.add(at, option);
        yield told(arguments, at, "is new", option);
      }
    };
  }

  private static HostileArguments told(List<String> arguments, int at, String what, String word) {
    return new HostileArguments(
        arguments, "argument " + at + " " + what + " " + HostileInput.shown(word));
  }

  /** One argument that is valid as a whole, made hostile. */
  public static String word(RandomGenerator random) {
    return random.nextInt(3) == 0 ? HostileWords.number(random) : HostileWords.text(random);
  }

  @Override
  public String toString() {
    return mutation + ": " + HostileInput.shown(arguments.toString());
  }
}
