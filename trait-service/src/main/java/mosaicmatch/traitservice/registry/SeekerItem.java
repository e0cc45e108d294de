package mosaicmatch.traitservice.registry;

import static mosaicmatch.traitservice.registry.SeekerTable.BLOCKED_BY;
import static mosaicmatch.traitservice.registry.SeekerTable.BLOCKS;
import static mosaicmatch.traitservice.registry.SeekerTable.LAST_MISSED_CYCLE;
import static mosaicmatch.traitservice.registry.SeekerTable.LEAVING;
import static mosaicmatch.traitservice.registry.SeekerTable.MATCH;
import static mosaicmatch.traitservice.registry.SeekerTable.MET;
import static mosaicmatch.traitservice.registry.SeekerTable.MISSED_CYCLES;
import static mosaicmatch.traitservice.registry.SeekerTable.OPTED_IN_AT;
import static mosaicmatch.traitservice.registry.SeekerTable.REVISION;
import static mosaicmatch.traitservice.registry.SeekerTable.STATUS;
import static mosaicmatch.traitservice.registry.SeekerTable.USER_ID;
import static mosaicmatch.traitservice.registry.SeekerTable.VOIDED;
import static mosaicmatch.traitservice.registry.SeekerTable.WAITING_SHARD;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.SeekerId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A person's row as a DynamoDB item, and back. */
final class SeekerItem {

  private SeekerItem() {}

  static Map<String, AttributeValue> of(Seeker row) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(USER_ID, text(row.id().value()));
    item.put(REVISION, number(row.revision()));
    if (row.status() != SeekerStatus.NONE) {
      item.put(STATUS, text(row.status().word()));
      item.put(OPTED_IN_AT, number(row.optedInAt()));
      item.put(MET, met(row.met()));
      item.put(MISSED_CYCLES, number(row.missedCycles()));
    }
    if (row.status() == SeekerStatus.WAITING) {
      item.put(WAITING_SHARD, text(Shards.name(Shards.of(row.id()))));
    }
    if (row.leaving()) {
      item.put(LEAVING, AttributeValue.fromBool(true));
    }
    row.lastMissedCycle().ifPresent(cycle -> item.put(LAST_MISSED_CYCLE, text(cycle.value())));
    row.match().ifPresent(match -> item.put(MATCH, match(match)));
    putSet(item, BLOCKS, row.blocks().stream().map(SeekerId::value).toList());
    putSet(item, BLOCKED_BY, row.blockedBy().stream().map(SeekerId::value).toList());
    putSet(item, VOIDED, row.voided());
    return item;
  }

  static Seeker read(Map<String, AttributeValue> item) {
    return new Seeker(
        new SeekerId(text(item, USER_ID).orElseThrow()),
        text(item, STATUS).map(SeekerStatus::ofWord).orElse(SeekerStatus.NONE),
        number(item, OPTED_IN_AT),
        Math.toIntExact(number(item, MISSED_CYCLES)),
        text(item, LAST_MISSED_CYCLE).map(CycleId::new),
        Optional.ofNullable(item.get(MATCH)).map(value -> match(value.m())),
        item.containsKey(LEAVING),
        ids(item, BLOCKS),
        ids(item, BLOCKED_BY),
        readMet(item),
        strings(item, VOIDED),
        number(item, REVISION));
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  static AttributeValue match(Match match) {
    return AttributeValue.fromM(
        Map.of(
            "cycle_id", text(match.pair().cycle().value()),
            "pair_key", text(match.pair().pairKey()),
            "partner_id", text(match.partner().value()),
            "matched_at", number(match.matchedAt())));
  }

  private static Match match(Map<String, AttributeValue> match) {
    return new Match(
        new Match.PairId(
            new CycleId(text(match, "cycle_id").orElseThrow()),
            text(match, "pair_key").orElseThrow()),
        new SeekerId(text(match, "partner_id").orElseThrow()),
        number(match, "matched_at"));
  }

  private static AttributeValue met(Map<SeekerId, Long> met) {
    return AttributeValue.fromM(
        met.entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().value(), e -> number(e.getValue()))));
  }

  private static Map<SeekerId, Long> readMet(Map<String, AttributeValue> item) {
    AttributeValue met = item.getOrDefault(MET, AttributeValue.fromM(Map.of()));
    return met.m().entrySet().stream()
        .collect(
            Collectors.toMap(e -> new SeekerId(e.getKey()), e -> Long.parseLong(e.getValue().n())));
  }

  private static void putSet(
      Map<String, AttributeValue> item, String name, Collection<String> values) {
    if (!values.isEmpty()) {
      item.put(name, AttributeValue.fromSs(values.stream().toList()));
    }
  }

  private static Set<SeekerId> ids(Map<String, AttributeValue> item, String name) {
    return strings(item, name).stream().map(SeekerId::new).collect(Collectors.toSet());
  }

  private static Set<String> strings(Map<String, AttributeValue> item, String name) {
    return item.containsKey(name) ? Set.copyOf(item.get(name).ss()) : Set.of();
  }

  private static Optional<String> text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return item.containsKey(name) ? Long.parseLong(item.get(name).n()) : 0;
  }
}
