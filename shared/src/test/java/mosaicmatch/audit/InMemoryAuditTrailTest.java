package mosaicmatch.audit;

import mosaicmatch.claim.ClaimsAndTrail;

class InMemoryAuditTrailTest extends AuditTrailContract {

  @Override
  protected ClaimsAndTrail open() {
    return ClaimsAndTrail.inMemory(clock);
  }
}
