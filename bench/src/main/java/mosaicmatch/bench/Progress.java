package mosaicmatch.bench;

/** Tells on standard error what a benchmark is at. */
final class Progress {

  private Progress() {}

  static void tell(String what) {
    System.err.println("bench: " + what);
  }
}
