package mosaicmatch.postmatch;

import java.util.Optional;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.lambda.Metric;
import mosaicmatch.plan.PairKey;

/**
 * How a pair ended.
 *
 * @param kind {@code pair}
 * @param pairKey the pair
 * @param status its end
 * @param reason why it did not complete
 */
record ProcessedPair(String kind, PairKey pairKey, PairStatus status, Optional<String> reason) {

  static ProcessedPair of(AuditEntry entry) {
    boolean completed = entry.status() == PairStatus.COMPLETED;
    return new ProcessedPair(
        "pair", entry.pairKey(), entry.status(), completed ? Optional.empty() : entry.lastError());
  }

  /** The metric that counts ends like this one. */
  Metric metric() {
    return switch (status) {
      case COMPLETED -> Metric.PAIRS_COMPLETED;
      case SUPERSEDED -> Metric.PAIRS_SUPERSEDED;
      case ABANDONED -> Metric.PAIRS_ABANDONED;
      case FAILED -> Metric.PAIRS_FAILED;
      case UNDONE -> Metric.PAIRS_UNDONE;
      case PENDING, ABANDONING, FAILING ->
          throw new IllegalStateException(pairKey + " has not ended");
    };
  }
}
