package mosaicmatch.report;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that tell nothing about a person, in the languages of the sample. */
final class StopWords {

  private static final Set<String> ALL =
      Resources.text("stop-words.txt")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .collect(Collectors.toUnmodifiableSet());

  private StopWords() {}

  static boolean contains(Word word) {
    return ALL.contains(word.written()) || ALL.contains(word.stem());
  }
}
