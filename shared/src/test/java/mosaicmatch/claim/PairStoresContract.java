package mosaicmatch.claim;

import java.time.Duration;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.cycle.HandDrivenClock;
import mosaicmatch.nakama.MatchRoom;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of claims and audit trail share: each shows itself through the other. */
public abstract class PairStoresContract {

  protected static final Duration LEASE = Duration.ofSeconds(45);
  protected static final MatchRoom ROOM = new MatchRoom("group", "3.group..", true, true, true);

  protected final HandDrivenClock clock = new HandDrivenClock();
  protected Claims claims;
  protected AuditTrail trail;

  protected abstract ClaimsAndTrail open();

  @BeforeEach
  final void openStores() {
    var stores = open();
    claims = stores.claims();
    trail = stores.trail();
  }
}
