package mosaicmatch.traits;

import java.util.List;
import mosaicmatch.pool.SeekerId;

/** Similar seekers by {@code POST /pinecone/query-similar}, without their vectors. */
final class HttpSimilarSeekers implements SimilarSeekers {

  private static final String PATH = "/pinecone/query-similar";

  private final SignedCalls calls;

  HttpSimilarSeekers(SignedCalls calls) {
    this.calls = calls;
  }

  @Override
  public List<SeekerId> similarTo(SeekerId seeker, int topK) {
    if (topK < 1 || topK > MOST) {
      throw new IllegalArgumentException("top_k must lie between 1 and " + MOST);
    }
    var similar =
        calls
            .find(PATH, new Query(seeker, topK), Similar.class)
            .map(Similar::ids)
            .orElseGet(List::of);
    if (similar.size() > topK || similar.contains(seeker)) {
      throw new UnexpectedTraitServiceAnswerException(
          "POST " + PATH, "more than the " + topK + " others that were asked for");
    }
    return similar;
  }

  private record Query(SeekerId userId, int topK) {}

  private record Similar(List<Match> matches) {

    List<SeekerId> ids() {
      return matches.stream().map(Match::userId).toList();
    }

    private record Match(SeekerId userId) {}
  }
}
