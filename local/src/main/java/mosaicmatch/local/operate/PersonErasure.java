package mosaicmatch.local.operate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.claim.Claims;
import mosaicmatch.claim.StillClaimedException;
import mosaicmatch.pair.SeekerErasure;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.record.CycleRecord;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.traits.SeekerCorrections;
import mosaicmatch.traits.Standing;

/**
 * Removes a person from trait service, audit trail, claims and the files of all kept cycles. The
 * trait service comes first, so that they can't be matched any more; then cycle after cycle, each
 * noted before it is changed; the claim comes last. May be called again after it broke off.
 */
public final class PersonErasure {

  private static final int MANY = 100_000;

  private final KnownCycles cycles;
  private final CycleRecords records;
  private final AuditTrail trail;
  private final Claims claims;
  private final SeekerCorrections register;
  private final CycleObjects objects;
  private final SeekerErasure erasure;

  /** Over the stores and services of a system. */
  public PersonErasure(Workbench bench) {
    this.cycles = bench.cycles();
    this.records = bench.records();
    this.trail = bench.trail();
    this.claims = bench.claims();
    this.register = bench.register();
    this.objects = bench.objects();
    this.erasure = new SeekerErasure(register, trail, claims);
  }

  /** Hears of each cycle that was looked through. */
  @FunctionalInterface
  public interface Progress {
    /** So many cycles of so many are through. */
    void cycles(int done, int all);
  }

  /**
   * Says what the register has of a person, and changes nothing.
   *
   * @throws NobodyKnownException if neither register nor claims know them
   * @throws CycleRunningException if a cycle is running
   * @throws UnfinishedPairsException if an unfinished pair holds them
   * @throws IllegalArgumentException if nobody can have that id
   */
  public ErasurePreview preview(String userId) {
    var person = new SeekerId(userId);
    var standing = standing(person);
    requireFree(person);
    return new ErasurePreview(person, standing.status(), (int) allCycles().count());
  }

  /**
   * Erases a person.
   *
   * @throws RefusedOperationException as the preview does
   */
  public ErasedPerson erase(String userId, Progress progress) {
    var person = new SeekerId(userId);
    var standing = standing(person);
    requireFree(person);
    try {
      return erase(person, standing, progress);
    } catch (StillClaimedException e) {
      throw heldBy(person)
          .map(entry -> new UnfinishedPairsException(entry, 1))
          .orElseThrow(() -> e);
    }
  }

  private ErasedPerson erase(SeekerId person, Standing standing, Progress progress) {
    erasure.eraseFromRegister(person);
    var tally = new ErasureTally();
    var all = allCycles().toList();
    for (var cycle : all) {
      erase(person, cycle, tally);
      progress.cycles(tally.cycleDone(), all.size());
    }
    boolean hadClaim = erasure.forgetClaim(person);
    return tally.erased(person, !standing.isUnknown(), hadClaim);
  }

  private void erase(SeekerId person, CycleRecord cycle, ErasureTally tally) {
    var note = new NoteOnce(() -> note(cycle, tally));
    if (!cycle.cycleId().isDryRun()) {
      for (var entry : trail.entriesOf(cycle.cycleId(), person)) {
        note.run();
        tally.entries(erasure.forgetPair(entry, person) ? 1 : 0);
      }
    }
    var files = new CycleFileErasure(objects, person, note);
    tally.files(files.erase(cycle.cycleId()));
    tally.unreadable(files.unreadable());
  }

  private void note(CycleRecord cycle, ErasureTally tally) {
    Erasures.note(records, cycle);
    tally.changed(cycle.cycleId());
  }

  private Standing standing(SeekerId person) {
    var standing = register.standing(person);
    if (standing.status().equals("none") && claims.find(List.of(person)).isEmpty()) {
      throw new NobodyKnownException(person, "to the register");
    }
    return standing;
  }

  private void requireFree(SeekerId person) {
    heldBy(person)
        .ifPresent(
            entry -> {
              throw new UnfinishedPairsException(entry, 1);
            });
    cycles.requireNoneRunning();
  }

  private Optional<AuditEntry> heldBy(SeekerId person) {
    if (claims.find(List.of(person)).stream().noneMatch(claim -> claim.live())) {
      return Optional.empty();
    }
    return trail.incompleteEntries(MANY).stream()
        .filter(entry -> entry.members().stream().anyMatch(m -> m.userId().equals(person)))
        .findFirst();
  }

  private Stream<CycleRecord> allCycles() {
    return Stream.of(false, true).flatMap(records::all);
  }

  /** Notes a cycle before its first change, and no more after that. */
  private static final class NoteOnce implements Runnable {
    private final Runnable note;
    private boolean noted;

    NoteOnce(Runnable note) {
      this.note = note;
    }

    @Override
    public void run() {
      if (!noted) {
        note.run();
        noted = true;
      }
    }
  }
}
