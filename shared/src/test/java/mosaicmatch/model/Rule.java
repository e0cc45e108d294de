package mosaicmatch.model;

/** What the protocol and its stores insist on; each can be taken away. */
enum Rule {
  /** A claim needs an opt-in newer than the last one consumed. */
  CLAIM_BY_OPT_IN,
  /** A live claim yields to nobody of another pair. */
  CLAIM_BY_PAIR,
  /** A live claim yields to nobody of another cycle. */
  CLAIM_BY_CYCLE,
  /** What is consumed stays when a pair ends: the row of the claim is not deleted. */
  ROWS_KEPT,
  /** The register matches only who waits, by this very opt-in. */
  MATCHED_IS_COMPARE_AND_SET,
  /** The register matches nobody with whom they blocked or have met. */
  MATCHED_ASKS_EXCLUSIONS,
  /** A pair that was voided is refused for ever. */
  VOIDED_IS_REFUSED,
  /** A match that is voided after its member opted out leaves them out. */
  LEAVING_IS_KEPT,
  /** Matches are voided before the members are free for others. */
  VOID_BEFORE_FREEING,
  /** No room is opened before both members are recorded as matched. */
  MATCHED_BEFORE_ROOM,
  /** A pair is given up only if it is not recorded as matched. */
  ABANDON_ONLY_BEFORE_MATCHED,
  /** A room is recorded only for a pair that is pending and matched. */
  ROOM_ONLY_WHILE_PENDING,
  /** A pair completes only if it is pending, matched and has its room, and holds its members. */
  COMPLETED_ONLY_FROM_PENDING,
  /** A match is closed for ever, against an opening that comes later. */
  TOMBSTONE_ON_CLOSE,
  /** A pair that fails for good is recorded as failing before its match is closed. */
  FAILING_BEFORE_CLOSE,
  /** A pair fails for good only if its room is not recorded. */
  FAILING_ONLY_BEFORE_ROOM,
  /** Who has no account when a pair fails for good stays matched, and so may opt in anew. */
  GONE_STAY_MATCHED,
  /** A second opening of a room finds the first. */
  KEYED_ROOM,
  /** A second notification of a room finds the first. */
  KEYED_NOTIFICATION,
  /** Who is matched has missed nothing. */
  MATCHED_ABSORBS_MISSED,
  /** A missed cycle counts for the opt-in that missed it. */
  MISSED_BY_OPT_IN,
  /** Missed cycles count in their order, and so each once. */
  MISSED_IN_ORDER,
  /** A void gives an opt-in back as it was, with its missed cycles. */
  VOID_KEEPS_PRIORITY,
  /** An opt-in is later than the one before, whatever the clock says. */
  OPT_INS_GROW,
  /** Who is erased leaves the time of their last opt-in. */
  ERASED_LEAVE_THE_TIME,
  /** The first plan of a cycle is everybody's. */
  PLAN_ADOPTION,
  /** While an attempt's lease runs, no other begins. */
  ATTEMPT_LEASE,
  /** A lost match is put back only where the member still waits by that opt-in. */
  REPAIR_IS_COMPARE_AND_SET,
  /** The lock is kept only under the fence that it was taken with. */
  FENCE_ON_RENEW,
  /** The lock is given up only under the fence that it was taken with. */
  FENCE_ON_RELEASE,
  /** The lock of an execution that ended is freed only under the fence that was read first. */
  FENCE_ON_RELEASE_FOR,
  /** The lock of an execution that ended is left to the same execution when it was redriven. */
  REDRIVES_ON_RELEASE_FOR,
  /** The lock is taken only when it is free, or one's own. */
  LOCK_ONLY_WHEN_FREE,
  /** A cycle is opened once, and none after a later one. */
  CYCLES_IN_ORDER
}
