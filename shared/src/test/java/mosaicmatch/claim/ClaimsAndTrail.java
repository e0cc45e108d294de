package mosaicmatch.claim;

import mosaicmatch.audit.AuditTable;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.audit.InMemoryAuditTrail;
import mosaicmatch.aws.LocalDynamo;
import mosaicmatch.aws.TableNames;
import mosaicmatch.cycle.HandDrivenClock;

/** Claims and an audit trail over the same entries. */
public record ClaimsAndTrail(Claims claims, AuditTrail trail) {

  public static ClaimsAndTrail inMemory(HandDrivenClock clock) {
    var trail = new InMemoryAuditTrail(clock);
    return new ClaimsAndTrail(new InMemoryClaims(trail, clock), trail);
  }

  public static ClaimsAndTrail inDynamo(TableNames tables, HandDrivenClock clock) {
    return new ClaimsAndTrail(
        ClaimsTable.open(LocalDynamo.client(), tables, clock),
        AuditTable.open(LocalDynamo.client(), tables.audit(), clock));
  }
}
