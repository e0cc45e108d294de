package mosaicmatch.local.proof;

/** What people do, each a step like a call at a port. */
public interface People {

  /** Somebody opts out. */
  void optsOut(String name);

  /** Somebody opts in, anew if they were matched or had opted out. */
  void optsIn(String name);

  /** Somebody blocks somebody else. */
  void blocks(String name, String other);

  /** Somebody's account in Nakama is deleted. */
  void deletesTheirAccount(String name);

  /** They come back under the same id. */
  void comesBack(String name);

  /** Time passes, in seconds. */
  void waits(long seconds);
}
