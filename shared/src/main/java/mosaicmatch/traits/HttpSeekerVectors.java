package mosaicmatch.traits;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mosaicmatch.plan.VectorFile;
import mosaicmatch.pool.SeekerId;

/** Embeddings by {@code POST /pinecone/fetch-vectors-by-ids}, in binary. */
final class HttpSeekerVectors implements SeekerVectors {

  static final int MAX_IDS = 1000;

  private static final String PATH = "/pinecone/fetch-vectors-by-ids";

  private final SignedCalls calls;

  HttpSeekerVectors(SignedCalls calls) {
    this.calls = calls;
  }

  @Override
  public Map<SeekerId, float[]> fetch(List<SeekerId> seekers) {
    if (seekers.isEmpty() || seekers.size() > MAX_IDS) {
      throw new IllegalArgumentException("seekers must hold 1 to " + MAX_IDS + " ids");
    }
    var vectors =
        calls.post(
            PATH,
            new Ids(seekers),
            VectorFile.MEDIA_TYPE,
            reply -> VectorFile.read(reply.stream()));
    refuseStrangers(vectors.keySet(), new HashSet<>(seekers));
    return vectors;
  }

  /** Whoever was not asked for would be paired on a vector that another page may tell otherwise. */
  private static void refuseStrangers(Set<SeekerId> answered, Set<SeekerId> asked) {
    long strangers = answered.stream().filter(id -> !asked.contains(id)).count();
    if (strangers > 0) {
      throw new UnexpectedTraitServiceAnswerException(
          "POST " + PATH, strangers + " vectors that were not asked for");
    }
  }

  private record Ids(List<SeekerId> userIds) {}
}
