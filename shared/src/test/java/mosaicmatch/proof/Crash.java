package mosaicmatch.proof;

/** A process that dies; nothing may catch it but what starts processes. */
public final class Crash extends Error {

  private static final long serialVersionUID = 1;

  /** Of a process in the middle of its work. */
  public Crash() {
    super("crash", null, false, false);
  }
}
