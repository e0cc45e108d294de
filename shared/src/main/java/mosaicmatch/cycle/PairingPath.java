package mosaicmatch.cycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which way a cycle takes from its pool to its plan; both end with the same plan. */
public enum PairingPath {
  /** One function compares everybody with everybody. */
  ONE_FUNCTION,
  /** Many functions compare a part each, and one puts together what they found. */
  DISTRIBUTED;

  /**
   * The path of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static PairingPath named(String name) {
    return Arrays.stream(values())
        .filter(path -> path.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("pairing must be one of " + names()));
  }

  /** Their names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(PairingPath::wireName).toList();
  }

  /** The name in settings and in the state machine, such as {@code one-function}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
