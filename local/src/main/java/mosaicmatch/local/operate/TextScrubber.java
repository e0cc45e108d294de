package mosaicmatch.local.operate;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mosaicmatch.pool.SeekerId;

/** Finds a person's id in texts: as the whole text, as half of a pair's key, or as a word. */
final class TextScrubber {

  private static final String NOBODY = "(erased)";
  private static final String PART_OF_AN_ID = "[\\p{L}\\p{N}_-]";

  private final SeekerId person;
  private final Pattern word;

  TextScrubber(SeekerId person) {
    this.person = person;
    this.word =
        Pattern.compile(
            "(?<!%s)%s(?!%s)"
                .formatted(PART_OF_AN_ID, Pattern.quote(person.value()), PART_OF_AN_ID));
  }

  static TextNode nobody() {
    return TextNode.valueOf(NOBODY);
  }

  /** Whether a text is the id, or the key of a pair with this person. */
  boolean isName(String text) {
    var ids = text.split("#", -1);
    return ids.length <= 2
        && (ids[0].equals(person.value()) || ids[ids.length - 1].equals(person.value()));
  }

  boolean mentions(String text) {
    return word.matcher(text).find();
  }

  String scrub(String text) {
    return word.matcher(text).replaceAll(Matcher.quoteReplacement(NOBODY));
  }
}
