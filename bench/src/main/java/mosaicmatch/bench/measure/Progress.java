package mosaicmatch.bench.measure;

/** Tells on standard error what a benchmark is at. */
public final class Progress {

  private Progress() {}

  /** Tells one line. */
  public static void tell(String what) {
    System.err.println("bench: " + what);
  }
}
