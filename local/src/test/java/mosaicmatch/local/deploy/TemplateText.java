package mosaicmatch.local.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The deployed template as text: its sections' entries by name, each with its lines. */
public final class TemplateText {

  private static final Path ROOT = Path.of("..");

  private TemplateText() {}

  /** A file of the repository. */
  public static String file(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole template. */
  public static String all() {
    return file("template.yaml");
  }

  /** The entries of a section, such as {@code Parameters}. */
  public static Map<String, String> section(String name) {
    var section = find("(?ms)^" + name + ":\n(.*?)(?=^\\w|\\z)", all()).findFirst().orElseThrow();
    var entries = new LinkedHashMap<String, String>();
    find("(?ms)^  (\\w+):\n(.*?)(?=^  [\\w#]|\\z)", section.group(1))
        .forEach(entry -> entries.put(entry.group(1), entry.group(2)));
    return entries;
  }

  /** The resources of a type. */
  public static Map<String, String> resources(String type) {
    var found = new LinkedHashMap<>(section("Resources"));
    found.values().removeIf(lines -> !lines.startsWith("    Type: " + type + "\n"));
    return found;
  }

  /** All that a pattern finds. */
  public static Stream<MatchResult> find(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results();
  }
}
