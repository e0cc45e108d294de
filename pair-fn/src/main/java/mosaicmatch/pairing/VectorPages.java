package mosaicmatch.pairing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traits.SeekerVectors;

/** Fetches the vectors of a pool page by page, a few pages at a time. */
final class VectorPages {

  static final int PAGE = 1000;

  /** Pages that are asked for, or read and not yet taken over: the bound on memory beside them. */
  static final int AT_A_TIME = 4;

  private final SeekerVectors vectors;

  VectorPages(SeekerVectors vectors) {
    this.vectors = vectors;
  }

  /**
   * Fetches them all; an id that is named twice is asked for once.
   *
   * @param heartbeat called after each page, by this thread
   */
  Map<SeekerId, float[]> fetch(List<Seeker> seekers, Runnable heartbeat) {
    var fetched = new HashMap<SeekerId, float[]>();
    seekers.stream()
        .map(Seeker::userId)
        .distinct()
        .gather(Gatherers.windowFixed(PAGE))
        .gather(Gatherers.mapConcurrent(AT_A_TIME, vectors::fetch))
        .forEachOrdered(
            page -> {
              fetched.putAll(page);
              heartbeat.run();
            });
    return fetched;
  }
}
