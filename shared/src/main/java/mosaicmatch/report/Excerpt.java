package mosaicmatch.report;

import java.util.function.Predicate;

/** As much of a text as a table shows, with the shared words marked. */
final class Excerpt {

  private static final int MAX_CHARS = 600;

  private Excerpt() {}

  static Html of(String text, Predicate<Word> marked) {
    if (text.isBlank()) {
      return Html.text("(the text is no longer kept)");
    }
    var shown = cut(text);
    var html = new StringBuilder();
    int from = 0;
    for (var word : Word.of(shown).filter(marked).toList()) {
      html.append(Html.text(shown.substring(from, word.start())).markup());
      html.append("<mark>").append(Html.text(shown.substring(word.start(), word.end())).markup());
      html.append("</mark>");
      from = word.end();
    }
    return new Html(html.append(Html.text(shown.substring(from)).markup()).toString());
  }

  private static String cut(String text) {
    if (text.length() <= MAX_CHARS) {
      return text;
    }
    int blank = text.lastIndexOf(' ', MAX_CHARS);
    int end = blank > MAX_CHARS / 2 ? blank : MAX_CHARS;
    return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + "…";
  }
}
