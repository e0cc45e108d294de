package mosaicmatch.local.cli;

/** Words that may repeat what somebody typed or a file holds, as they may go to a terminal. */
final class SafeWords {

  private static final int MAX_LENGTH = 1_000;

  private SafeWords() {}

  /** Without what would move the cursor, colour the text or turn its direction; cut if long. */
  static String of(String words) {
    var shown = words.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\n]]", "?");
    return shown.length() <= MAX_LENGTH ? shown : shown.substring(0, MAX_LENGTH) + "…";
  }
}
