package mosaicmatch.model;

/**
 * A pair in a plan: two seekers, each with the opt-in that the pool held.
 *
 * @param cycle whose plan, 1 to 3
 * @param plan which of the plans that were computed for it, 0 or 1
 * @param seekers the members, from 0, the lower first
 * @param optIns their opt-ins, counted from 1
 */
record Planned(int cycle, int plan, int[] seekers, int[] optIns) {

  private static final String NAMES = "abc";

  /** A pair such as {@code a1#b2}: a by their first opt-in, b by their second. */
  static Planned of(int cycle, int plan, String pair) {
    return new Planned(
        cycle,
        plan,
        new int[] {NAMES.indexOf(pair.charAt(0)), NAMES.indexOf(pair.charAt(3))},
        new int[] {pair.charAt(1) - '0', pair.charAt(4) - '0'});
  }

  static String name(int seeker) {
    return NAMES.substring(seeker, seeker + 1);
  }

  int seeker(int side) {
    return seekers[side];
  }

  int optIn(int side) {
    return optIns[side];
  }

  boolean isOfTheSamePeople(Planned other) {
    return seekers[0] == other.seekers[0] && seekers[1] == other.seekers[1];
  }

  @Override
  public String toString() {
    return "c" + cycle + " " + name(seekers[0]) + optIns[0] + "#" + name(seekers[1]) + optIns[1];
  }
}
