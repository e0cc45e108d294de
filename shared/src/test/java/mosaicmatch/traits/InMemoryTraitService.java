package mosaicmatch.traits;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;

/** The trait service in memory: register, pool and vectors; it can be taken down. */
public final class InMemoryTraitService
    implements SeekerPool, SeekerVectors, SimilarSeekers, SeekerRegistry, SeekerCorrections {

  private record Match(CycleId cycle, PairKey pair, SeekerId partner) {}

  private static final class Row {
    private Instant optedInAt = Instant.EPOCH;
    private String status = "none";
    private Optional<Match> match = Optional.empty();
    private boolean leaving;
    private int missedCycles;
    private Optional<CycleId> lastMissed = Optional.empty();
    private final Set<SeekerId> excluded = new HashSet<>();
    private final Set<SeekerId> met = new HashSet<>();
    private final Set<Match> voided = new HashSet<>();
  }

  private final Map<SeekerId, Row> rows = new HashMap<>();
  private final Map<SeekerId, float[]> vectors = new HashMap<>();
  private boolean down;

  /** Opts somebody in, at the given time or just after their last opt-in. */
  public synchronized OptIn optIn(SeekerId id, Instant at) {
    var row = row(id);
    if (!row.status.equals("waiting")) {
      row.optedInAt = at.isAfter(row.optedInAt) ? at : row.optedInAt.plusMillis(1);
      row.status = "waiting";
      row.match = Optional.empty();
      row.leaving = false;
      row.missedCycles = 0;
      row.lastMissed = Optional.empty();
    }
    return new OptIn(id, row.optedInAt);
  }

  /** Gives somebody an embedding. */
  public synchronized void vector(SeekerId id, float... vector) {
    vectors.put(id, vector.clone());
  }

  /** Opts somebody out; whoever is matched is out if that match is given up. */
  public synchronized void optOut(SeekerId id) {
    var row = row(id);
    if (row.status.equals("waiting")) {
      row.status = "opted_out";
    }
    row.leaving = row.status.equals("matched");
  }

  /** Loses a match, as when the register is restored from an earlier time. */
  public synchronized void loseMatch(SeekerId id) {
    unmatch(row(id), "waiting");
  }

  private static void unmatch(Row row, String status) {
    row.match.ifPresent(match -> row.met.remove(match.partner));
    row.match = Optional.empty();
    row.leaving = false;
    row.status = status;
  }

  /** Keeps two people apart. */
  public synchronized void exclude(SeekerId one, SeekerId other) {
    row(one).excluded.add(other);
    row(other).excluded.add(one);
  }

  /** Takes the service down, or up again. */
  public synchronized void down(boolean isDown) {
    down = isDown;
  }

  /** {@code none}, {@code waiting}, {@code matched} or {@code opted_out}. */
  public synchronized String status(SeekerId id) {
    return row(id).status;
  }

  /** How many cycles somebody has missed. */
  public synchronized int missedCycles(SeekerId id) {
    return row(id).missedCycles;
  }

  /** Whom somebody is matched with. */
  public synchronized Optional<SeekerId> partner(SeekerId id) {
    return row(id).match.map(Match::partner);
  }

  @Override
  public synchronized List<WaitingSeeker> waiting(int limit) {
    requireUp();
    return rows.entrySet().stream()
        .filter(entry -> entry.getValue().status.equals("waiting"))
        .map(entry -> waiting(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(WaitingSeeker::optedInAt).thenComparing(WaitingSeeker::userId))
        .limit(limit)
        .toList();
  }

  private static WaitingSeeker waiting(SeekerId id, Row row) {
    var apart = new HashSet<>(row.excluded);
    apart.addAll(row.met);
    return new WaitingSeeker(id, row.optedInAt, row.missedCycles, Set.copyOf(apart));
  }

  @Override
  public synchronized Map<SeekerId, float[]> fetch(List<SeekerId> seekers) {
    requireUp();
    var found = new LinkedHashMap<SeekerId, float[]>();
    seekers.stream()
        .filter(vectors::containsKey)
        .forEach(id -> found.put(id, vectors.get(id).clone()));
    return found;
  }

  @Override
  public synchronized List<SeekerId> similarTo(SeekerId seeker, int topK) {
    requireUp();
    var own = vectors.get(seeker);
    return own == null
        ? List.of()
        : vectors.keySet().stream()
            .filter(other -> !other.equals(seeker) && row(other).status.equals("waiting"))
            .sorted(
                Comparator.comparingDouble((SeekerId other) -> -cosine(own, vectors.get(other)))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(topK)
            .toList();
  }

  private static double cosine(float[] one, float[] other) {
    return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += (double) one[d] * other[d];
    }
    return sum;
  }

  @Override
  public synchronized MatchAnswer matched(
      OptIn seeker, SeekerId partner, CycleId cycle, PairKey pair) {
    requireUp();
    var row = row(seeker.userId());
    var match = new Match(cycle, pair, partner);
    if (row.match.filter(match::equals).isPresent()) {
      return new MatchAnswer.Matched();
    }
    var refusal = refusal(row, seeker, match);
    if (refusal.isPresent()) {
      return new MatchAnswer.Refused(refusal.get());
    }
    row.status = "matched";
    row.match = Optional.of(match);
    row.met.add(partner);
    return new MatchAnswer.Matched();
  }

  private static Optional<String> refusal(Row row, OptIn seeker, Match match) {
    if (row.voided.contains(match)) {
      return Optional.of("voided");
    }
    if (row.status.equals("none")) {
      return Optional.of("unknown");
    }
    if (!row.optedInAt.equals(seeker.optedInAt())) {
      return Optional.of("newer_opt_in");
    }
    if (!row.status.equals("waiting")) {
      return Optional.of(row.status.equals("matched") ? "matched_elsewhere" : row.status);
    }
    return row.excluded.contains(match.partner) || row.met.contains(match.partner)
        ? Optional.of("excluded")
        : Optional.empty();
  }

  @Override
  public synchronized void voidMatch(OptIn seeker, CycleId cycle, PairKey pair) {
    requireUp();
    var row = row(seeker.userId());
    var partner = partnerIn(pair, seeker.userId());
    var match = new Match(cycle, pair, partner);
    row.voided.add(match);
    if (row.match.filter(match::equals).isPresent() && row.optedInAt.equals(seeker.optedInAt())) {
      unmatch(row, row.leaving ? "opted_out" : "waiting");
    }
  }

  @Override
  public synchronized UndoAnswer undoMatch(OptIn matched, CycleId cycle, PairKey pair) {
    requireUp();
    var row = row(matched.userId());
    var match = new Match(cycle, pair, partnerIn(pair, matched.userId()));
    boolean isVoided = row.status.equals("waiting") && row.voided.contains(match);
    boolean isOurs = row.match.filter(match::equals).isPresent() || isVoided;
    if (isOurs && row.optedInAt.equals(matched.optedInAt())) {
      voidMatch(matched, cycle, pair);
      row.optedInAt = row.optedInAt.plusMillis(1);
    }
    return switch (row.status) {
      case "waiting" ->
          row.optedInAt.equals(matched.optedInAt().plusMillis(1)) && row.voided.contains(match)
              ? UndoAnswer.PUT_BACK
              : UndoAnswer.MOVED_ON;
      case "matched" -> UndoAnswer.MOVED_ON;
      case "opted_out" -> UndoAnswer.OPTED_OUT;
      default -> UndoAnswer.GONE;
    };
  }

  /** Puts somebody back into the pool whatever they are, to show that a test would see it. */
  public synchronized void forceBack(SeekerId id, Instant optedInAt) {
    var row = row(id);
    row.status = "waiting";
    row.match = Optional.empty();
    row.optedInAt = optedInAt;
  }

  @Override
  public synchronized Standing standing(SeekerId seeker) {
    requireUp();
    var row = row(seeker);
    return new Standing(
        seeker,
        row.status,
        Optional.of(row.optedInAt).filter(at -> at.isAfter(Instant.EPOCH)),
        row.missedCycles,
        row.leaving,
        row.match.map(
            match ->
                new Standing.StandingMatch(match.cycle, match.pair, match.partner, Instant.EPOCH)));
  }

  @Override
  public synchronized void erase(SeekerId person) {
    requireUp();
    var tombstone = new Row();
    tombstone.optedInAt = row(person).optedInAt;
    tombstone.status = "erased";
    rows.put(person, tombstone);
  }

  /** Erases somebody and the time of their opt-in too, to show that a test would see it. */
  public synchronized void eraseWithoutATombstone(SeekerId person) {
    rows.remove(person);
  }

  @Override
  public synchronized void forgetMeeting(SeekerId of, SeekerId erased) {
    requireUp();
    var row = row(of);
    row.met.remove(erased);
    row.voided.removeIf(match -> match.partner.equals(erased));
    row.match = row.match.filter(match -> !match.partner.equals(erased));
  }

  private static SeekerId partnerIn(PairKey pair, SeekerId member) {
    var ids = pair.value().split("#");
    return new SeekerId(ids[0].equals(member.value()) ? ids[1] : ids[0]);
  }

  @Override
  public synchronized int missed(CycleId cycle, List<OptIn> seekers) {
    requireUp();
    return (int) seekers.stream().filter(seeker -> miss(cycle, seeker)).count();
  }

  private boolean miss(CycleId cycle, OptIn seeker) {
    var row = row(seeker.userId());
    boolean counts =
        row.status.equals("waiting")
            && row.optedInAt.equals(seeker.optedInAt())
            && row.lastMissed.filter(last -> last.compareTo(cycle) >= 0).isEmpty();
    if (counts) {
      row.missedCycles++;
      row.lastMissed = Optional.of(cycle);
    }
    return counts;
  }

  private Row row(SeekerId id) {
    return rows.computeIfAbsent(id, absent -> new Row());
  }

  private void requireUp() {
    if (down) {
      throw new TraitServiceUnavailableException("the trait service is down");
    }
  }
}
