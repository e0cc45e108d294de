package mosaicmatch.local.proof;

import static mosaicmatch.local.proof.CycleWorld.CYCLE;
import static mosaicmatch.local.proof.CycleWorld.NEXT;
import static mosaicmatch.local.proof.CycleWorld.id;
import static mosaicmatch.local.proof.Promises.require;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.lock.LockState;
import mosaicmatch.lock.Opening;
import mosaicmatch.pair.PairProtocol;
import mosaicmatch.plan.Plan;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.reconcile.ReconcileLimits;

/** Who meets whom. Each method adds the actors, and answers what must hold when they have ended. */
enum Meetings {
  TWO_ATTEMPTS_AT_ONE_PAIR {
    @Override
    Runnable of(Meeting meeting) {
      var pair = planned(meeting, CYCLE, "ann", "ben");
      attempt(meeting, pair);
      attempt(meeting, pair);
      return () -> endsAs(meeting, pair, EnumSet.of(PairStatus.COMPLETED));
    }
  },
  TWO_CYCLES_THAT_SHARE_A_SEEKER {
    @Override
    Runnable of(Meeting meeting) {
      return twoCycles(meeting, "ben", "cam");
    }
  },
  TWO_CYCLES_WITH_ONE_AND_THE_SAME_PAIR {
    @Override
    Runnable of(Meeting meeting) {
      return twoCycles(meeting, "ann", "ben");
    }
  },
  ATTEMPTS_BESIDE_RECONCILIATION {
    @Override
    Runnable of(Meeting meeting) {
      var pair = planned(meeting, CYCLE, "ann", "ben");
      attempt(meeting, pair);
      attempt(meeting, pair);
      meeting.beside(() -> meeting.steps.reconcile().run(AT_ONCE, () -> true));
      return () -> endsAs(meeting, pair, EnumSet.of(PairStatus.COMPLETED, PairStatus.ABANDONED));
    }
  },
  ATTEMPTS_BESIDE_AN_ACCOUNT_DELETED_AND_MADE_ANEW {
    @Override
    Runnable of(Meeting meeting) {
      var pair = planned(meeting, CYCLE, "ann", "ben");
      attempt(meeting, pair);
      attempt(meeting, pair);
      meeting.beside(
          () -> {
            meeting.people.deletesTheirAccount("ben");
            meeting.people.comesBack("ben");
          });
      return () -> endsAs(meeting, pair, EnumSet.of(PairStatus.COMPLETED, PairStatus.FAILED));
    }
  },
  ATTEMPTS_BESIDE_AN_OPT_OUT_AND_A_NEW_OPT_IN {
    @Override
    Runnable of(Meeting meeting) {
      var world = meeting.world;
      var pair = planned(meeting, CYCLE, "ann", "ben");
      var isOut = new boolean[1];
      attempt(meeting, pair);
      attempt(meeting, pair);
      meeting.beside(
          () -> {
            meeting.people.optsOut("ben");
            isOut[0] = world.traits.status(id("ben")).equals("opted_out");
            meeting.people.optsIn("ben");
            waiting(meeting, "ben")
                .forEach(
                    ben -> {
                      world.optIns.put("ben", ben);
                      var next = planned(meeting, NEXT, "ben", "cam");
                      meeting.steps.protocol().process(next, Duration.ZERO);
                    });
          });
      return () -> {
        require(
            !isOut[0] || !Promises.ends(world, CYCLE).containsValue(PairStatus.COMPLETED),
            () -> "6: ben was matched by the opt-in that they had taken back");
        endsAs(
            meeting,
            pair,
            EnumSet.of(PairStatus.COMPLETED, PairStatus.ABANDONED, PairStatus.SUPERSEDED));
      };
    }
  },
  TWO_EXECUTIONS_AT_THE_LOCK {
    @Override
    Runnable of(Meeting meeting) {
      var held = new HashMap<String, Instant>();
      meeting.beside(() -> openAndRelease(meeting, held, "execution-2", CYCLE));
      meeting.beside(() -> openAndRelease(meeting, held, "execution-3", NEXT));
      meeting.beside(() -> meeting.people.waits(LEASE_AND_MORE));
      meeting.always(() -> nobodyLosesTheLock(meeting, held));
      return () -> {
        meeting.world.clock.advance(Duration.ofSeconds(LEASE_AND_MORE));
        require(
            meeting.world.lock.state().flatMap(LockState::owner).isEmpty(),
            () -> "7: the lock is held at the end");
      };
    }
  },
  TWO_FUNCTIONS_PLAN_ONE_CYCLE {
    @Override
    Runnable of(Meeting meeting) {
      var world = meeting.world;
      var cycle = ((Opening.Opened) world.lock.open(CYCLE, "execution-2", 0)).cycle();
      world.records.open(cycle);
      var plans = new ArrayList<Plan>();
      meeting.beside(() -> plan(meeting, cycle, plans));
      meeting.beside(
          () -> {
            // So that the two find different pools, and make different plans of them.
            meeting.people.optsOut("ann");
            plan(meeting, cycle, plans);
          });
      return () -> {
        var adopted = world.records.find(CYCLE).orElseThrow().plan().orElseThrow().plan().key();
        require(
            plans.stream().allMatch(plan -> plan.key().equals(adopted)),
            () -> "5: one cycle follows several plans: " + plans);
      };
    }
  };

  private static final ReconcileLimits AT_ONCE = new ReconcileLimits(Duration.ZERO, 100);
  private static final long LEASE_AND_MORE = 400;

  abstract Runnable of(Meeting meeting);

  private static Runnable twoCycles(Meeting meeting, String one, String other) {
    var first = planned(meeting, CYCLE, "ann", "ben");
    var second = planned(meeting, NEXT, one, other);
    attempt(meeting, first);
    attempt(meeting, second);
    meeting.always(() -> Promises.holdNow(meeting.world));
    return () -> {
      endsAs(meeting, first, EnumSet.of(PairStatus.COMPLETED, PairStatus.SUPERSEDED));
      endsAs(meeting, second, EnumSet.of(PairStatus.COMPLETED, PairStatus.SUPERSEDED));
      require(
          !status(meeting, first).equals(status(meeting, second)),
          () -> "1: both pairs are " + status(meeting, first));
    };
  }

  private static PlannedPair planned(Meeting meeting, CycleId cycle, String one, String other) {
    var pair = meeting.world.pair(cycle, one, other);
    meeting.world.planned(new Cycle(cycle, "execution of " + cycle, 0, 1, false), pair);
    return pair;
  }

  /** No lease keeps the attempts apart: what holds must hold without it. */
  private static void attempt(Meeting meeting, PlannedPair pair) {
    meeting.beside(() -> meeting.steps.protocol().process(pair, Duration.ZERO));
  }

  private static PairStatus status(Meeting meeting, PlannedPair pair) {
    return meeting.world.trail.find(pair.cycleId(), pair.pairKey()).orElseThrow().status();
  }

  /** The next attempt ends what was left, and then everything is as it must be. */
  private static void endsAs(Meeting meeting, PlannedPair pair, Set<PairStatus> ends) {
    PairProtocol alone = meeting.alone().protocol();
    var end = alone.process(pair, Duration.ZERO).status();
    Promises.holdAtRest(meeting.world);
    require(ends.contains(end), () -> "4: the pair is " + end);
  }

  private static List<OptIn> waiting(Meeting meeting, String name) {
    return meeting.world.traits.waiting(10).stream()
        .map(seeker -> seeker.optIn())
        .filter(optIn -> optIn.userId().equals(id(name)))
        .filter(optIn -> !optIn.equals(meeting.world.optIns.get(name)))
        .toList();
  }

  private static void openAndRelease(
      Meeting meeting, HashMap<String, Instant> held, String execution, CycleId id) {
    var lock = meeting.steps.lock();
    if (lock.open(id, execution, 0) instanceof Opening.Opened(var cycle)) {
      held.put(execution, meeting.world.lock.state().orElseThrow().leaseUntil());
      var again = lock.hold(cycle);
      held.put(execution, meeting.world.lock.state().orElseThrow().leaseUntil());
      meeting.steps.keeper().keep(again);
      held.remove(execution);
      lock.release(again);
    }
  }

  /** Whoever holds the lock keeps it while their lease runs, whatever others do. */
  private static void nobodyLosesTheLock(Meeting meeting, HashMap<String, Instant> held) {
    held.forEach(
        (execution, until) ->
            require(
                until.isBefore(meeting.world.clock.instant())
                    || meeting
                        .world
                        .lock
                        .state()
                        .flatMap(LockState::owner)
                        .filter(execution::equals)
                        .isPresent(),
                () -> "7: " + execution + " lost the lock to " + meeting.world.lock.state()));
  }

  private static void plan(Meeting meeting, Cycle cycle, List<Plan> plans) {
    var fetched = meeting.steps.fetch().fetch(cycle);
    var computed =
        meeting
            .steps
            .compute()
            .compute(fetched.cycle(), fetched.pool(), Steps.SETTINGS, Duration.ofMinutes(15));
    plans.add(computed.plan());
  }
}
