package mosaicmatch.reconcile;

/**
 * What one reconciliation did, in pairs.
 *
 * @param completed finished forward
 * @param abandoned given up as a whole, both opt-ins back in the pool
 * @param failed ended because they never can succeed
 * @param stopped could not be ended now; the next reconciliation tries again
 * @param letAlone unfinished, but touched too recently
 * @param repaired seekers whose match the register had lost, and has again
 * @param oldestUnfinishedSeconds how long ago the cycle of the oldest pair began that is unfinished
 *     still; 0 if none is
 */
public record Reconciled(
    int completed,
    int abandoned,
    int failed,
    int stopped,
    int letAlone,
    int repaired,
    long oldestUnfinishedSeconds) {}
