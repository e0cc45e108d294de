package mosaicmatch.report;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
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

  private final WordForms forms;
  private final Map<String, Integer> users = new HashMap<>();
  private final int people;

  TellingWords(Collection<String> texts) {
    people = texts.size();
    forms = new WordForms(vocabulary(texts));
    for (var text : texts) {
      Word.of(text).map(this::base).distinct().forEach(base -> users.merge(base, 1, Integer::sum));
    }
  }

  private static Set<String> vocabulary(Collection<String> texts) {
    return texts.stream().flatMap(Word::of).map(Word::stem).collect(Collectors.toSet());
  }

  /** What a word has in common with its other forms. */
  String base(Word word) {
    return forms.base(word.stem());
  }

  /**
   * Telling words that both texts use, the most telling first.
   *
   * @return at most six, from the base to how the one text writes it
   */
  Map<String, String> shared(String one, String other) {
    var ours = in(one);
    ours.keySet().retainAll(in(other).keySet());
    return ours.entrySet().stream()
        .sorted(comparingInt(word -> usersOf(word.getKey())))
        .limit(MAX_SHARED)
        .collect(inOrder(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<String, String> in(String text) {
    return Word.of(text).filter(this::isTelling).collect(inOrder(this::base, Word::written));
  }

  private static <T> Collector<T, ?, Map<String, String>> inOrder(
      Function<T, String> key, Function<T, String> value) {
    return Collectors.toMap(key, value, (first, _) -> first, LinkedHashMap::new);
  }

  private boolean isTelling(Word word) {
    return word.stem().length() >= MIN_LENGTH
        && !StopWords.contains(word)
        && usersOf(base(word)) <= Math.max(FEW_PEOPLE, people * MAX_SHARE_OF_POOL);
  }

  private int usersOf(String base) {
    return users.getOrDefault(base, 0);
  }
}
