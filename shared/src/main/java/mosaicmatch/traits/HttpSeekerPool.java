package mosaicmatch.traits;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.pool.SeekerId;

/** The pool by {@code GET /pinecone/active-seekers-ids}, page by page. */
final class HttpSeekerPool implements SeekerPool {

  private static final int PAGE = 1000;
  private static final int MAX_PAGES = 5000;
  private static final String PATH = "/pinecone/active-seekers-ids?limit=" + PAGE;
  private static final Comparator<WaitingSeeker> OLDEST_FIRST =
      Comparator.comparing(WaitingSeeker::optedInAt).thenComparing(WaitingSeeker::userId);

  private final SignedCalls calls;

  HttpSeekerPool(SignedCalls calls) {
    this.calls = calls;
  }

  /** All pages are read whatever the limit, since each shard of the register has its own order. */
  @Override
  public List<WaitingSeeker> waiting(int limit) {
    var waiting = new HashMap<SeekerId, WaitingSeeker>();
    var page = page(PATH);
    page.addTo(waiting);
    for (int pages = 1; page.nextCursor().isPresent(); pages++) {
      if (pages == MAX_PAGES) {
        throw new UnexpectedTraitServiceAnswerException(
            "GET " + PATH, "more than " + MAX_PAGES + " pages");
      }
      page = page(PATH + "&cursor=" + SignedCalls.encoded(page.nextCursor().get()));
      page.addTo(waiting);
    }
    return waiting.values().stream().sorted(OLDEST_FIRST).limit(limit).toList();
  }

  private Page page(String pathAndQuery) {
    return calls.get(pathAndQuery, Page.class);
  }

  private record Page(List<WaitingSeeker> seekers, Optional<String> nextCursor) {

    void addTo(Map<SeekerId, WaitingSeeker> waiting) {
      seekers.forEach(seeker -> waiting.merge(seeker.userId(), seeker, WaitingSeeker::latest));
    }
  }
}
