package mosaicmatch.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import mosaicmatch.pairing.search.CandidateSource;
import mosaicmatch.pairing.search.Contenders;
import mosaicmatch.pairing.search.TopList;

/**
 * Pairs as they are taken, best first. Everybody free has one prospect in a queue: the best pair
 * that they can be in, or a bound on it where their list has run out. The pair at the head is the
 * best of all, since no prospect comes before it. Those at the head with a mere bound get new lists
 * together with all others who wait for one.
 */
final class BestFirst {

  private static final TopList NONE = new TopList(0, 0);

  /** The share of the progress that the first lists are. */
  private static final double LISTS = 0.8;

  private final Contenders contenders;
  private final PairingProblem problem;
  private final CandidateSource source;
  private final PartnerChooser chooser;
  private final int capacity;
  private final double least;
  private final Progress progress;
  private final PriorityQueue<Prospect> prospects = new PriorityQueue<>();
  private final List<Choice> choices = new ArrayList<>();
  private final boolean[] taken;
  private final BitSet freeRanks = new BitSet();
  private final BitSet waiting = new BitSet();
  private final TopList[] lists;
  private final int[] turns;

  /** Pairs among all. */
  BestFirst(PairingProblem problem, int capacity, Progress progress) {
    this(
        problem,
        new boolean[problem.contenders().size()],
        Double.NEGATIVE_INFINITY,
        capacity,
        progress);
  }

  /**
   * Pairs among those who are left.
   *
   * @param taken by number, who is not free; grows
   * @param lowest what a score must reach besides the limits
   * @param capacity candidates kept for each
   */
  BestFirst(
      PairingProblem problem, boolean[] taken, double lowest, int capacity, Progress progress) {
    this.problem = problem;
    this.taken = taken;
    this.capacity = capacity;
    this.progress = progress;
    contenders = problem.contenders();
    source = problem.source();
    chooser =
        new PartnerChooser(
            problem,
            (one, other) -> Math.max(lowest, problem.limits().limit(one, other)),
            Decision::second);
    least = Math.max(lowest, problem.limits().lowestFrom(0));
    free().map(contenders::idRank).forEach(freeRanks::set);
    lists = new TopList[taken.length];
    Arrays.fill(lists, NONE);
    turns = new int[taken.length];
  }

  List<Choice> choices() {
    int[] rows = free().toArray();
    proposeTo(rows, done -> progress.report(LISTS * done / rows.length, 0));
    for (var next = prospects.poll(); next != null; next = prospects.poll()) {
      if (!taken[next.owner()] && next.turn() == turns[next.owner()]) {
        follow(next);
      }
    }
    return choices;
  }

  private IntStream free() {
    return IntStream.range(0, taken.length).filter(number -> !taken[number]);
  }

  private void proposeTo(int[] rows, IntConsumer afterEach) {
    for (int from = 0; from < rows.length; from += source.batch()) {
      int end = Math.min(rows.length, from + source.batch());
      propose(Arrays.copyOfRange(rows, from, end));
      afterEach.accept(end);
    }
  }

  private void follow(Prospect prospect) {
    if (!prospect.isPair()) {
      resolve(prospect.owner(), prospect.score());
    } else if (taken[prospect.partner()]) {
      lose(prospect);
    } else {
      take(prospect);
    }
  }

  /** New lists for these, and what follows from them. */
  private void propose(int[] rows) {
    var found = source.best(rows, taken, capacity, least);
    var decisions = chooser.decideAll(rows, found, taken);
    for (int row = 0; row < rows.length; row++) {
      int owner = rows[row];
      lists[owner] = found[row];
      decisions
          .get(row)
          .ifPresentOrElse(this::enter, () -> enterBound(owner, Double.POSITIVE_INFINITY));
    }
  }

  /** Someone with a bound is next: nothing goes on before it is known whom they can have. */
  private void resolve(int owner, double bound) {
    if (waiting.get(owner)) {
      proposeToAllWaiting();
    } else {
      decide(owner, bound);
    }
  }

  private void proposeToAllWaiting() {
    int[] rows = waiting.stream().filter(number -> !taken[number]).toArray();
    waiting.clear();
    proposeTo(rows, done -> report());
  }

  /** The partner is gone; equal scores with partners of higher ids are the best that can follow. */
  private void lose(Prospect lost) {
    int rank = contenders.idRank(lost.owner());
    int next = freeRanks.nextSetBit(contenders.idRank(lost.partner()) + 1);
    next = next == rank ? freeRanks.nextSetBit(next + 1) : next;
    int after = next < 0 ? taken.length : next;
    var bound = bound(lost.owner(), lost.score(), Math.min(rank, after), Math.max(rank, after));
    var rival = prospects.peek();
    if (rival != null && rival.compareTo(bound) < 0) {
      prospects.add(bound);
    } else {
      decide(lost.owner(), lost.score());
    }
  }

  private void decide(int owner, double bound) {
    var list = lists[owner];
    var decision = chooser.decide(owner, list, taken);
    if (decision.isPresent()) {
      enter(decision.get());
    } else if (hasRunOut(list)) {
      waiting.set(owner);
      enterBound(owner, bound);
    } else {
      enter(chooser.decideByMore(owner, list.size(), taken, least));
    }
  }

  /** Whether a new list of the same length would hold more who are free. */
  private boolean hasRunOut(TopList list) {
    return 2 * IntStream.range(0, list.size()).filter(i -> !taken[list.number(i)]).count()
        < list.size();
  }

  private void enter(Decision decision) {
    int turn = ++turns[decision.chooser()];
    decision.choice().ifPresent(c -> prospects.add(Prospect.of(c, contenders, turn)));
  }

  private void enterBound(int owner, double bound) {
    prospects.add(bound(owner, Math.min(bound, highest(owner)), Prospect.NOBODY, Prospect.NOBODY));
  }

  private Prospect bound(int owner, double score, int lowerRank, int higherRank) {
    return new Prospect(owner, Prospect.NOBODY, score, lowerRank, higherRank, ++turns[owner]);
  }

  /** What no score of this contender with anybody free exceeds. */
  private double highest(int owner) {
    var list = lists[owner];
    double value =
        IntStream.range(0, list.size())
            .filter(i -> !taken[list.number(i)])
            .mapToDouble(list::value)
            .reduce(list.floor(), Math::max);
    return problem.scores().highest(owner, value);
  }

  /** The one who is served first tells the runner-up. */
  private void take(Prospect pair) {
    int one = Math.min(pair.owner(), pair.partner());
    int other = Math.max(pair.owner(), pair.partner());
    var choice =
        certain(one).choice().filter(c -> c.partner() == other).orElseGet(() -> choiceOf(pair));
    for (int number : new int[] {one, other}) {
      taken[number] = true;
      freeRanks.clear(contenders.idRank(number));
      lists[number] = NONE;
    }
    choices.add(choice);
    if (choices.size() % source.batch() == 0) {
      report();
    }
  }

  private Decision certain(int number) {
    var decision = chooser.decide(number, lists[number], taken);
    if (decision.isEmpty() && hasRunOut(lists[number])) {
      waiting.set(number);
      proposeToAllWaiting();
      decision = chooser.decide(number, lists[number], taken);
    }
    return decision.orElseGet(
        () -> chooser.decideByMore(number, lists[number].size(), taken, least));
  }

  /** Where a source is not exact, one of the two may not have found the other. */
  private Choice choiceOf(Prospect pair) {
    return certain(pair.owner()).choice().orElseThrow();
  }

  private void report() {
    int matched = 2 * choices.size();
    progress.report(LISTS + (1 - LISTS) * matched / taken.length, matched);
  }
}
