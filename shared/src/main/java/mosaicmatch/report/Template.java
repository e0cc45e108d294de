package mosaicmatch.report;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of the page with named gaps, written {@code {{gap}}}. Files hold several pieces, each
 * under a line {@code <!--: name -->}.
 */
final class Template {

  private static final Pattern PIECE = Pattern.compile("(?m)^<!--: ([a-z-]+) -->\n");
  private static final Pattern GAP = Pattern.compile("\\{\\{([a-z]+)}}");

  private static final Map<String, Template> ALL =
      Stream.of("page.html", "parts.html", "charts.html", "tables.html")
          .flatMap(file -> pieces(Resources.text(file)))
          .collect(Collectors.toUnmodifiableMap(piece -> piece.name, piece -> piece));

  private final String name;
  private final String markup;
  private final Set<String> gaps;

  private Template(String name, String markup) {
    this.name = name;
    this.markup = markup;
    this.gaps = GAP.matcher(markup).results().map(gap -> gap.group(1)).collect(Collectors.toSet());
  }

  private static Stream<Template> pieces(String file) {
    var heads = PIECE.matcher(file).results().toList();
    return Stream.iterate(0, i -> i < heads.size(), i -> i + 1)
        .map(
            i -> {
              int end = i + 1 < heads.size() ? heads.get(i + 1).start() : file.length();
              return new Template(
                  heads.get(i).group(1), file.substring(heads.get(i).end(), end).strip());
            });
  }

  /** A piece by its name, its gaps still to be filled. */
  static Filling of(String name) {
    var template = ALL.get(name);
    if (template == null) {
      throw new IllegalArgumentException("there is no piece '" + name + "' of the report");
    }
    return template.new Filling();
  }

  /** What the gaps are filled with so far. */
  final class Filling {

    private final Map<String, Html> filled = new HashMap<>();

    Filling with(String gap, Html html) {
      if (!gaps.contains(gap)) {
        throw new IllegalArgumentException("piece '" + name + "' has no gap '" + gap + "'");
      }
      filled.put(gap, html);
      return this;
    }

    /** Fills a gap with text, escaped. */
    Filling with(String gap, String text) {
      return with(gap, Html.text(text));
    }

    Filling with(String gap, long number) {
      return with(gap, Long.toString(number));
    }

    /** Fills a gap with a coordinate. */
    Filling with(String gap, double number) {
      return with(gap, String.format(Locale.ROOT, "%.3f", number));
    }

    /**
     * The piece, complete.
     *
     * @throws IllegalStateException if a gap was left
     */
    Html html() {
      return new Html(
          GAP.matcher(markup)
              .replaceAll(gap -> Matcher.quoteReplacement(filling(gap.group(1)).markup())));
    }

    private Html filling(String gap) {
      return Optional.ofNullable(filled.get(gap))
          .orElseThrow(() -> new IllegalStateException("piece '" + name + "' lacks " + gap));
    }
  }
}
