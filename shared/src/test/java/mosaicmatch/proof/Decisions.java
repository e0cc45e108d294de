package mosaicmatch.proof;

/** What decides wherever a run can go on in more than one way. */
public interface Decisions {

  /** One of so many ways, 0 to {@code options} - 1. */
  int pick(int options);

  /** The same, where 0 is what usually happens: chance decides otherwise one time in so many. */
  default int pickRarely(int options, int oneIn) {
    return pick(options);
  }
}
