package mosaicmatch.traits;

import java.time.Instant;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;

/** Corrections by the trait service's requests. */
final class HttpSeekerCorrections implements SeekerCorrections {

  private final SignedCalls calls;

  HttpSeekerCorrections(SignedCalls calls) {
    this.calls = calls;
  }

  @Override
  public Standing standing(SeekerId seeker) {
    return calls.get("/pinecone/seeker-standing/" + encoded(seeker), Standing.class);
  }

  @Override
  public UndoAnswer undoMatch(OptIn matched, CycleId cycle, PairKey pair) {
    return calls
        .post(
            "/pinecone/undo-match/" + encoded(matched.userId()),
            new UndoRequest(cycle, pair, matched.optedInAt()),
            Undone.class)
        .outcome();
  }

  @Override
  public void erase(SeekerId person) {
    calls.delete("/user/" + encoded(person));
  }

  @Override
  public void forgetMeeting(SeekerId of, SeekerId erased) {
    calls.delete("/user/" + encoded(of) + "/met/" + encoded(erased));
  }

  private static String encoded(SeekerId id) {
    return SignedCalls.encoded(id.value());
  }

  private record UndoRequest(CycleId cycleId, PairKey pairKey, Instant optedInAt) {}

  private record Undone(UndoAnswer outcome) {}
}
