package mosaicmatch.claim;

class InMemoryClaimsTest extends ClaimsContract {

  @Override
  protected ClaimsAndTrail open() {
    return ClaimsAndTrail.inMemory(clock);
  }
}
