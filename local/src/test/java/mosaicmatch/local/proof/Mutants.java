package mosaicmatch.local.proof;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.proof.Breaking;
import mosaicmatch.proof.Wrapping;
import mosaicmatch.traits.MatchAnswer;
import mosaicmatch.traits.SeekerRegistry;

/** Protections of a single run, each of which can be taken away. */
enum Mutants {
  MATCH_IS_NOT_DECIDED_BY_THE_REGISTER("3:") {
    @Override
    Wrapping in(CycleWorld world) {
      return Breaking.the("matched", (real, arguments) -> new MatchAnswer.Matched());
    }
  },
  NOTHING_IS_VOIDED("4:") {
    @Override
    Wrapping in(CycleWorld world) {
      return Breaking.the("voidMatch", (real, arguments) -> null);
    }
  },
  MISSED_IS_COUNTED_EACH_TIME("4:") {
    @Override
    @SuppressWarnings("unchecked")
    Wrapping in(CycleWorld world) {
      var seconds = new AtomicInteger();
      return Breaking.the(
          "missed",
          (real, arguments) -> {
            var time = ((CycleId) arguments[0]).time().plusSeconds(seconds.incrementAndGet());
            return ((SeekerRegistry) real)
                .missed(CycleId.ofManualStart(time), (List<OptIn>) arguments[1]);
          });
    }
  },
  PAIRS_THAT_WERE_NEVER_CLAIMED_ARE_NOT_COLLECTED("4:") {
    @Override
    Wrapping in(CycleWorld world) {
      return Breaking.the(
          "pairs",
          (real, arguments) -> {
            Set<PairKey> begun =
                world.trail.entriesOf(CycleWorld.CYCLE).stream()
                    .map(AuditEntry::pairKey)
                    .collect(Collectors.toSet());
            Stream<PlannedPair> pairs = ((PlanStore) real).pairs((String) arguments[0]);
            return pairs.filter(pair -> begun.contains(pair.pairKey()));
          });
    }
  },
  FAILED_EXECUTION_KEEPS_ITS_LOCK("7:") {
    @Override
    Wrapping in(CycleWorld world) {
      return Breaking.the("releaseFor", (real, arguments) -> true);
    }
  },
  CLOSED_CYCLE_KEEPS_ITS_LOCK("7:") {
    @Override
    Wrapping in(CycleWorld world) {
      return Breaking.the("release", (real, arguments) -> true);
    }
  },
  CLAIM_HAS_NO_CONDITION("1:") {
    @Override
    Wrapping in(CycleWorld world) {
      return Breaking.the(
          "claim",
          (real, arguments) -> {
            var pair = (PlannedPair) arguments[0];
            world.claims.drop(pair.user1().userId());
            world.claims.drop(pair.user2().userId());
            return Breaking.GO_ON;
          });
    }
  };

  /** How the broken promise is told. */
  final String promise;

  Mutants(String promise) {
    this.promise = promise;
  }

  /** The ports without the protection. */
  abstract Wrapping in(CycleWorld world);
}
