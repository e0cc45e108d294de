package mosaicmatch.local.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.local.cycle.CycleStores;
import mosaicmatch.plan.PairKey;
import mosaicmatch.record.CycleRecord;

/**
 * A pair of a cycle, as the command line shows it.
 *
 * @param pairKey the pair
 * @param similarity cosine of both embeddings
 * @param score what it was chosen by
 * @param status how far it has come; empty before it was begun
 */
record PairRow(PairKey pairKey, double similarity, double score, Optional<PairStatus> status) {

  /** All pairs of a cycle's plan by rank; none if it has no plan. */
  static List<PairRow> of(CycleRecord cycle, CycleStores stores) {
    var rows = new ArrayList<PairRow>();
    cycle
        .plan()
        .ifPresent(
            adopted -> {
              var entries = entries(cycle, stores);
              try (var pairs = stores.plans().pairs(adopted.plan().pairsKey())) {
                pairs.forEach(
                    pair ->
                        rows.add(
                            new PairRow(
                                pair.pairKey(),
                                pair.similarity(),
                                pair.score(),
                                Optional.ofNullable(entries.get(pair.pairKey()))
                                    .map(AuditEntry::status))));
              }
            });
    return rows;
  }

  private static Map<PairKey, AuditEntry> entries(CycleRecord cycle, CycleStores stores) {
    return stores.trail().entriesOf(cycle.cycleId()).stream()
        .collect(Collectors.toMap(AuditEntry::pairKey, Function.identity()));
  }
}
