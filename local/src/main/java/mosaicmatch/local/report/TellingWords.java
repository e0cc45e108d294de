package mosaicmatch.local.report;

import static java.util.Comparator.comparingDouble;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which words tell something about a person in this pool: neither function words nor words that
 * many use; the fewer use a word, the more it tells (inverse document frequency).
 */
final class TellingWords {

  private static final int MIN_LENGTH = 3;
  private static final int MAX_SHARED = 6;
  private static final int FEW_PEOPLE = 3;
  private static final double MAX_SHARE_OF_POOL = 0.1;

  private final Map<String, Integer> usersOfStem = new HashMap<>();
  private final int people;

  TellingWords(Collection<String> texts) {
    people = texts.size();
    for (var text : texts) {
      Word.of(text)
          .map(Word::stem)
          .distinct()
          .forEach(stem -> usersOfStem.merge(stem, 1, Integer::sum));
    }
  }

  /** Telling words of one text, each by its stem and as first written there. */
  private Map<String, String> in(String text) {
    return Word.of(text)
        .filter(this::isTelling)
        .collect(
            Collectors.toMap(Word::stem, Word::written, (first, _) -> first, LinkedHashMap::new));
  }

  /**
   * Telling words that both texts use, the most telling first.
   *
   * @return at most six, from stem to how the one text writes it
   */
  Map<String, String> shared(String one, String other) {
    var ours = in(one);
    ours.keySet().retainAll(in(other).keySet());
    return ours.entrySet().stream()
        .sorted(comparingDouble(word -> usersOf(word.getKey())))
        .limit(MAX_SHARED)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first, LinkedHashMap::new));
  }

  private boolean isTelling(Word word) {
    return word.stem().length() >= MIN_LENGTH
        && !StopWords.contains(word)
        && usersOf(word.stem()) <= Math.max(FEW_PEOPLE, people * MAX_SHARE_OF_POOL);
  }

  private int usersOf(String stem) {
    return usersOfStem.getOrDefault(stem, 0);
  }
}
