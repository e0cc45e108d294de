package mosaicmatch.traits;

import java.util.List;
import java.util.Map;
import mosaicmatch.plan.VectorFile;
import mosaicmatch.pool.SeekerId;

/** Embeddings by {@code POST /pinecone/fetch-vectors-by-ids}, in binary. */
final class HttpSeekerVectors implements SeekerVectors {

  static final int MAX_IDS = 1000;

  private final SignedCalls calls;

  HttpSeekerVectors(SignedCalls calls) {
    this.calls = calls;
  }

  @Override
  public Map<SeekerId, float[]> fetch(List<SeekerId> seekers) {
    if (seekers.isEmpty() || seekers.size() > MAX_IDS) {
      throw new IllegalArgumentException("seekers must hold 1 to " + MAX_IDS + " ids");
    }
    return calls.post(
        "/pinecone/fetch-vectors-by-ids",
        new Ids(seekers),
        VectorFile.MEDIA_TYPE,
        reply -> VectorFile.read(reply.stream()));
  }

  private record Ids(List<SeekerId> userIds) {}
}
