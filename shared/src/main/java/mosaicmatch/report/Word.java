package mosaicmatch.report;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A word of a text.
 *
 * @param start where it starts in the text
 * @param end where it ends, exclusive
 * @param stem what it has in common with its other forms: lower case, no possessive, no plural
 * @param written as it stands in the text, in lower case
 */
record Word(int start, int end, String stem, String written) {

  private static final Pattern WORD =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}]*+(?:['’]\\p{L}++)?");
  private static final Pattern APOSTROPHE = Pattern.compile("['’].*");

  static Stream<Word> of(String text) {
    return WORD.matcher(text)
        .results()
        .map(
            found -> {
              var written = found.group().toLowerCase(Locale.ROOT);
              return new Word(found.start(), found.end(), stem(written), written);
            });
  }

  // The weak stemmer of Harman, "How effective is suffixing?" (1991): plurals only, so that what
  // is marked as shared in two texts looks shared to the eye.
  private static String stem(String written) {
    var word = APOSTROPHE.matcher(written).replaceFirst("");
    if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
      return word;
    }
    var singular = word.substring(0, word.length() - 1);
    return singular.endsWith("ie") && singular.length() > 4
        ? singular.substring(0, singular.length() - 2) + "y"
        : singular;
  }
}
