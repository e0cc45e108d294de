package mosaicmatch.pair;

import java.util.ArrayList;
import java.util.List;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.nakama.MatchRooms;
import mosaicmatch.pool.OptIn;
import mosaicmatch.traits.SeekerCorrections;
import mosaicmatch.traits.UndoAnswer;

/**
 * Takes a completed pair back, as if it had never been planned: its room is closed for ever, then
 * each member waits again, then the entry says so. In that order, so that nobody can be matched
 * anew while they are still in the wrong room, and so that an undoing which stopped anywhere is
 * found by the next one, whose steps change nothing that is done already.
 *
 * <p>What was consumed stays consumed: a member waits by an opt-in of their own, one millisecond
 * later (see docs/adr/022-undo.md).
 */
public final class PairUndo {

  private static final String REASON = "the cycle was undone";

  private final AuditTrail trail;
  private final MatchRooms rooms;
  private final SeekerCorrections register;

  /** Over the stores and services that the steps change. */
  public PairUndo(AuditTrail trail, MatchRooms rooms, SeekerCorrections register) {
    this.trail = trail;
    this.rooms = rooms;
    this.register = register;
  }

  /**
   * What became of a member.
   *
   * @param optIn the opt-in that the pair had consumed
   * @param answer where they stand now
   */
  public record Member(OptIn optIn, UndoAnswer answer) {}

  /**
   * Takes a pair back, if it is completed; every other entry is left as it is.
   *
   * @return what became of its members; nothing if the pair is not completed
   */
  public List<Member> undo(AuditEntry entry) {
    if (entry.status() != PairStatus.COMPLETED) {
      return List.of();
    }
    rooms.close(entry.cycleId(), entry.pairKey(), REASON);
    var members = new ArrayList<Member>();
    for (var member : entry.members()) {
      members.add(new Member(member, register.undoMatch(member, entry.cycleId(), entry.pairKey())));
    }
    trail.recordUndone(entry);
    return List.copyOf(members);
  }
}
