package mosaicmatch.pairing;

import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.pool.Seeker;

/**
 * A seeker who can't take part.
 *
 * @param seeker who
 * @param reason why
 */
record Unusable(Seeker seeker, UnmatchedReason reason) {}
