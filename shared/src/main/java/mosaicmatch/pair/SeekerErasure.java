package mosaicmatch.pair;

import java.util.List;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.claim.Claims;
import mosaicmatch.claim.StillClaimedException;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traits.SeekerCorrections;

/**
 * Removes a person from register, audit trail and claims. The register comes first: its tombstone
 * keeps the time of the last opt-in, so that no attempt, however late, matches one of the old ones,
 * whatever is deleted after that. What names the person in a partner's rows goes before the entry
 * that leads there, so that an erasure which stopped anywhere is finished by the next one.
 */
public final class SeekerErasure {

  private final SeekerCorrections register;
  private final AuditTrail trail;
  private final Claims claims;

  /** Over the stores and the service that hold something of a person. */
  public SeekerErasure(SeekerCorrections register, AuditTrail trail, Claims claims) {
    this.register = register;
    this.trail = trail;
    this.claims = claims;
  }

  /**
   * Erases the person from the register, so that nobody is matched with them any more.
   *
   * @throws StillClaimedException if a pair that was begun before holds them: it must end first,
   *     and then this is called again
   */
  public void eraseFromRegister(SeekerId person) {
    register.erase(person);
    if (claims.find(List.of(person)).stream().anyMatch(claim -> claim.live())) {
      throw new StillClaimedException(person);
    }
  }

  /**
   * Forgets one of the person's pairs, in the rows of the other one too.
   *
   * @return false if the entry was gone
   * @throws StillClaimedException if the pair has been begun again, and is unfinished
   */
  public boolean forgetPair(AuditEntry entry, SeekerId person) {
    for (var member : entry.members()) {
      if (!member.userId().equals(person)) {
        register.forgetMeeting(member.userId(), person);
        claims.forgetPair(member.userId(), entry.cycleId(), entry.pairKey());
      }
    }
    if (trail.forget(entry.cycleId(), entry.pairKey())) {
      return true;
    }
    if (trail.find(entry.cycleId(), entry.pairKey()).isPresent()) {
      throw new StillClaimedException(person);
    }
    return false;
  }

  /**
   * Forgets what is claimed of the person; last, since it is what tells that a pair holds them.
   *
   * @return whether there was anything
   * @throws StillClaimedException if a pair holds them
   */
  public boolean forgetClaim(SeekerId person) {
    return claims.forget(person);
  }
}
