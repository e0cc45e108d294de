package mosaicmatch.local.cycle;

import mosaicmatch.audit.AuditTrail;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.record.CycleRecords;

/**
 * What is stored about cycles.
 *
 * @param records one record a cycle
 * @param plans pools and plans
 * @param trail how far each pair has come
 * @param lock who runs a cycle now
 */
public record CycleStores(
    CycleRecords records, PlanStore plans, AuditTrail trail, CycleLock lock) {}
