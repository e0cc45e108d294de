package mosaicmatch.audit;

import mosaicmatch.claim.InMemoryClaims;
import mosaicmatch.cycle.HandDrivenClock;

class InMemoryAuditTrailTest extends AuditTrailContract {

  @Override
  World open(HandDrivenClock clock) {
    var trail = new InMemoryAuditTrail(clock);
    return new World(new InMemoryClaims(trail, clock), trail);
  }
}
