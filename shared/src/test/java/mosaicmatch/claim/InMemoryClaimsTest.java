package mosaicmatch.claim;

import mosaicmatch.audit.InMemoryAuditTrail;
import mosaicmatch.cycle.HandDrivenClock;

class InMemoryClaimsTest extends ClaimsContract {

  @Override
  World open(HandDrivenClock clock) {
    var trail = new InMemoryAuditTrail(clock);
    return new World(new InMemoryClaims(trail, clock), trail);
  }
}
