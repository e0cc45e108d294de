package mosaicmatch.report;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Brings forms of an English word together (bakes, baked, baking, baker), but only where the plain
 * form is itself a word of the pool: so that no dictionary is needed and {@code planning} goes to
 * {@code plan} while {@code string} stays what it is.
 */
final class WordForms {

  private static final Pattern DOUBLED = Pattern.compile(".*([bdgklmnprt])\\1");
  private static final Pattern VOWEL = Pattern.compile("[aeiouy]");
  private static final int MIN_ROOT = 3;
  private static final int MIN_ROOT_OF_DOER = 5;

  private final Set<String> vocabulary;

  WordForms(Set<String> vocabulary) {
    this.vocabulary = Set.copyOf(vocabulary);
  }

  /** The plain form of a stem if the pool has it, else the stem. */
  String base(String stem) {
    return candidates(stem).filter(vocabulary::contains).findFirst().orElse(stem);
  }

  private static Stream<String> candidates(String stem) {
    if (stem.endsWith("ing")) {
      return roots(stem, 3);
    }
    if (stem.endsWith("ed") || stem.endsWith("es")) {
      return roots(stem, 2);
    }
    return stem.endsWith("er") ? rootsOfDoer(stem) : Stream.of();
  }

  private static Stream<String> roots(String stem, int ending) {
    var root = stem.substring(0, stem.length() - ending);
    return root.length() < MIN_ROOT || !VOWEL.matcher(root).find()
        ? Stream.of()
        : Stream.of(undoubled(root), root + "e", root);
  }

  // A short root before -er is more often chance (number, flower, matter) than somebody who does.
  private static Stream<String> rootsOfDoer(String stem) {
    var root = stem.substring(0, stem.length() - 2);
    return root.length() < MIN_ROOT_OF_DOER
        ? Stream.of(root + "e")
        : Stream.of(undoubled(root), root + "e", root);
  }

  private static String undoubled(String root) {
    return DOUBLED.matcher(root).matches() ? root.substring(0, root.length() - 1) : root;
  }
}
