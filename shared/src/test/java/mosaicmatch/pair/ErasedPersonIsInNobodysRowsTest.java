package mosaicmatch.pair;

import static mosaicmatch.pair.PairWorld.CYCLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.claim.StillClaimedException;
import mosaicmatch.plan.PlannedPair;
import org.junit.jupiter.api.Test;

class ErasedPersonIsInNobodysRowsTest {

  private final PairWorld world = new PairWorld();
  private final PlannedPair pair = PairWorld.pair(CYCLE, world.ann, world.ben);
  private final SeekerErasure erasure = new SeekerErasure(world.seekers, world.trail, world.claims);

  private AuditEntry completed() {
    return world.protocol().process(pair, Duration.ZERO);
  }

  @Test
  void registerEntryAndClaimsForgetThem() {
    var entry = completed();
    erasure.eraseFromRegister(world.ben.userId());
    assertThat(erasure.forgetPair(entry, world.ben.userId())).isTrue();
    assertThat(erasure.forgetClaim(world.ben.userId())).isTrue();
    assertThat(world.seekers.status(world.ben.userId())).isEqualTo("erased");
    assertThat(world.seekers.partner(world.ann.userId())).isEmpty();
    assertThat(world.trail.find(CYCLE, pair.pairKey())).isEmpty();
    assertThat(world.claims.find(List.of(world.ben.userId()))).isEmpty();
    assertThat(world.claims.find(List.of(world.ann.userId())))
        .singleElement()
        .matches(claim -> claim.pairKey().isEmpty(), "names no pair");
  }

  @Test
  void secondErasureFindsNothing() {
    var entry = completed();
    erasure.forgetPair(entry, world.ben.userId());
    erasure.forgetClaim(world.ben.userId());
    assertThat(erasure.forgetPair(entry, world.ben.userId())).isFalse();
    assertThat(erasure.forgetClaim(world.ben.userId())).isFalse();
  }

  @Test
  void whoIsInALivePairIsErasedFromTheRegisterAndNamed() {
    var entry = world.claims.claim(pair, Duration.ZERO);
    assertThatThrownBy(() -> erasure.eraseFromRegister(world.ben.userId()))
        .isInstanceOf(StillClaimedException.class);
    assertThat(world.seekers.status(world.ben.userId())).isEqualTo("erased");
    assertThatThrownBy(() -> erasure.forgetPair(entry, world.ben.userId()))
        .isInstanceOf(StillClaimedException.class);
    assertThat(world.trail.find(CYCLE, pair.pairKey())).isPresent();
  }
}
