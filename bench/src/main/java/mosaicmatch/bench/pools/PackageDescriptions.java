package mosaicmatch.bench.pools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/**
 * Descriptions of Debian packages, from stanzas as in a repository's index of translations or
 * packages (Debian Policy Manual, section 5.6.13): a line {@code Description-en:} or {@code
 * Description:} with the synopsis, then indented lines, of which a single full stop is an empty
 * one.
 */
final class PackageDescriptions {

  /** Beginnings of texts: about 100 tokens, so that embedding them takes minutes at the most. */
  private static final int CHARACTERS = 400;

  private static final int SHORTEST = 20;

  private PackageDescriptions() {}

  /** Different texts of a file, at most so many, in an order that only the seed decides. */
  static List<String> read(Path file, int atMost, long seed) throws IOException {
    var texts = new ArrayList<>(new LinkedHashSet<>(all(Files.readAllLines(file))));
    Collections.shuffle(texts, new Random(seed));
    return List.copyOf(texts.subList(0, Math.min(atMost, texts.size())));
  }

  private static List<String> all(List<String> lines) {
    var texts = new ArrayList<String>();
    var text = new StringBuilder();
    boolean inside = false;
    for (var line : lines) {
      boolean begins = line.startsWith("Description-en:") || line.startsWith("Description:");
      inside = begins || (inside && line.startsWith(" "));
      if (begins || !inside) {
        keep(text, texts);
      }
      if (begins) {
        text.append(line.substring(line.indexOf(':') + 1).strip()).append('.');
      } else if (inside && !line.strip().equals(".")) {
        text.append(' ').append(line.strip());
      }
    }
    keep(text, texts);
    return texts;
  }

  private static void keep(StringBuilder text, List<String> texts) {
    if (text.length() >= SHORTEST) {
      texts.add(text.substring(0, Math.min(CHARACTERS, text.length())));
    }
    text.setLength(0);
  }
}
