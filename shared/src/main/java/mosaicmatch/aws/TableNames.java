package mosaicmatch.aws;

import mosaicmatch.settings.Environment;

/**
 * What the tables of the cycle are called.
 *
 * @param lock the cycle lock
 * @param audit the audit trail
 * @param claims the claims
 * @param cycles the cycle records
 * @param idempotency the stored answers
 */
public record TableNames(
    String lock, String audit, String claims, String cycles, String idempotency) {

  /** From {@code MOSAIC_LOCK_TABLE} and so on, with the names of the design by default. */
  public static TableNames of(Environment environment) {
    return new TableNames(
        environment.textOr("MOSAIC_LOCK_TABLE", "MosaicMatchLock"),
        environment.textOr("MOSAIC_AUDIT_TABLE", "MosaicMatchCycleAudit"),
        environment.textOr("MOSAIC_CLAIMS_TABLE", "MosaicMatchClaims"),
        environment.textOr("MOSAIC_CYCLES_TABLE", "MosaicMatchCycles"),
        environment.textOr("MOSAIC_IDEMPOTENCY_TABLE", "MosaicMatchIdempotency"));
  }
}
