package mosaicmatch.bench.measure;

import java.util.List;

/** Something that can be measured. */
public interface Benchmark {

  /**
   * Measures it, telling on standard error what it is at.
   *
   * @throws Exception if it could not be run to its end
   */
  List<Measure> run() throws Exception;
}
