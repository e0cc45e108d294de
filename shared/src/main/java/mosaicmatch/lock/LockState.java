package mosaicmatch.lock;

import java.time.Instant;
import java.util.Optional;
import mosaicmatch.cycle.CycleId;

/**
 * The lock as stored.
 *
 * @param owner ARN of the execution that holds it, if any
 * @param redriveCount how often the owner had been redriven when it took the lock
 * @param fence grows by one each time the lock is taken
 * @param leaseUntil when the lease ends; the epoch when released
 * @param lastCycleId the latest cycle ever opened
 */
public record LockState(
    Optional<String> owner,
    int redriveCount,
    long fence,
    Instant leaseUntil,
    Optional<CycleId> lastCycleId) {}
