package mosaicmatch.pairing;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mosaicmatch.settings.WrongSettingException;

/** The strategies that a setting can name. */
public final class Strategies {

  static final String DEFAULT = "priority-greedy";

  private static final Map<String, Supplier<PairingStrategy>> BY_NAME =
      Map.of(
          DEFAULT,
          PriorityGreedy::new,
          "global-greedy",
          GlobalGreedy::new,
          "maximum-weight",
          MaximumWeight::new);

  private Strategies() {}

  /** All names, in alphabetical order. */
  public static List<String> names() {
    return BY_NAME.keySet().stream().sorted().toList();
  }

  static boolean isKnown(String name) {
    return BY_NAME.containsKey(name);
  }

  /** Name and version of each. */
  static List<String> algorithms() {
    return BY_NAME.values().stream().map(strategy -> strategy.get().algorithm()).sorted().toList();
  }

  /** What a strategy's name must be. */
  static String mustBe() {
    return "one of " + names();
  }

  /**
   * A name that a variable gives.
   *
   * @throws WrongSettingException if no strategy has it
   */
  static String known(String variable, String name) {
    if (!isKnown(name)) {
      throw new WrongSettingException(variable, mustBe(), DEFAULT);
    }
    return name;
  }

  /**
   * The strategy of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PairingStrategy named(String name) {
    var strategy = BY_NAME.get(name);
    if (strategy == null) {
      throw new IllegalArgumentException("strategy must be " + mustBe());
    }
    return strategy.get();
  }
}
