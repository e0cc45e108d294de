package mosaicmatch.bench.measure;

/** Takes the time of something. */
public final class Stopwatch {

  private Stopwatch() {}

  /** Something that takes time. */
  @FunctionalInterface
  public interface Timed {

    /**
     * Does it.
     *
     * @throws Exception if it fails
     */
    void run() throws Exception;
  }

  /** How long it takes, in seconds. */
  public static double seconds(Timed timed) throws Exception {
    long start = System.nanoTime();
    timed.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
