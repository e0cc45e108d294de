package mosaicmatch.local.proof;

import java.time.Duration;
import java.time.InstantSource;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.claim.Claims;
import mosaicmatch.fetchpool.FetchPool;
import mosaicmatch.fetchpool.PoolLimits;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.LockKeeper;
import mosaicmatch.lockfn.CloseCycle;
import mosaicmatch.lockfn.Executions;
import mosaicmatch.lockfn.OpenCycle;
import mosaicmatch.lockfn.ReleaseOnFailure;
import mosaicmatch.nakama.MatchRooms;
import mosaicmatch.pair.PairProtocol;
import mosaicmatch.pairing.ComputePairs;
import mosaicmatch.pairing.PairingSettings;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.proof.Wrapping;
import mosaicmatch.reconcile.CollectUnfinished;
import mosaicmatch.reconcile.MatchRepair;
import mosaicmatch.reconcile.Reconcile;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.record.StepLog;
import mosaicmatch.traits.SeekerPool;
import mosaicmatch.traits.SeekerRegistry;
import mosaicmatch.traits.SeekerVectors;

/**
 * The real code of all steps, as the functions run it, over the ports of one process.
 *
 * @param lock the lock itself
 * @param records the records of cycles
 * @param registry the register of seekers
 */
record Steps(
    CycleLock lock,
    CycleRecords records,
    SeekerRegistry registry,
    OpenCycle open,
    FetchPool fetch,
    ComputePairs compute,
    LockKeeper keeper,
    PairProtocol protocol,
    CollectUnfinished collect,
    CloseCycle close,
    ReleaseOnFailure release,
    Reconcile reconcile,
    StepLog log) {

  /** As the template sets the function up. */
  static final Duration ATTEMPT_LEASE = Duration.ofSeconds(45);

  static final PairingSettings SETTINGS = new PairingSettings(0.35, 0.1, "priority-greedy");

  static Steps over(CycleWorld world, Wrapping ports) {
    InstantSource clock = world.clock;
    var lock = ports.wrap(CycleLock.class, world.lock);
    var records = ports.wrap(CycleRecords.class, world.records);
    var store = ports.wrap(PlanStore.class, world.store);
    var claims = ports.wrap(Claims.class, world.claims);
    var trail = ports.wrap(AuditTrail.class, world.trail);
    var registry = ports.wrap(SeekerRegistry.class, world.registry());
    var protocol =
        new PairProtocol(trail, claims, registry, ports.wrap(MatchRooms.class, world.rooms));
    var pool = ports.wrap(SeekerPool.class, world.traits);
    var repair = new MatchRepair(records, pool, claims, trail, registry);
    var log = new StepLog(records, clock);
    return new Steps(
        lock,
        records,
        registry,
        new OpenCycle(lock, records),
        new FetchPool(lock, pool, claims, store, new PoolLimits(2, 1000), clock),
        new ComputePairs(
            lock, records, store, ports.wrap(SeekerVectors.class, world.traits), clock),
        new LockKeeper(lock),
        protocol,
        new CollectUnfinished(trail, claims, store),
        new CloseCycle(lock, records, log),
        new ReleaseOnFailure(lock, records, ports.wrap(Executions.class, world.executions)),
        new Reconcile(trail, protocol, repair, clock),
        log);
  }
}
