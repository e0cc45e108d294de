package mosaicmatch.report;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Markup that is safe to put between tags and between the double quotes of an attribute. Text gets
 * there only through {@link #text}.
 *
 * @param markup the markup
 */
record Html(String markup) {

  static final Html NONE = new Html("");

  /**
   * Text of whatever origin, with what has a meaning in markup escaped. Characters that HTML
   * forbids (HTML Living Standard, "Preprocessing the input stream") are replaced by U+FFFD.
   */
  static Html text(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(each -> append(safe, each));
    return new Html(safe.toString());
  }

  private static void append(StringBuilder safe, int each) {
    switch (each) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      default -> safe.appendCodePoint(isAllowed(each) ? each : 0xFFFD);
    }
  }

  private static boolean isAllowed(int each) {
    boolean control = Character.isISOControl(each) && each != '\n' && each != '\t';
    boolean surrogate = each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE;
    return !control && !surrogate && (each & 0xFFFE) != 0xFFFE;
  }

  static Html join(Collection<Html> parts) {
    return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
  }
}
