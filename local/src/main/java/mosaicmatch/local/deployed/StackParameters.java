package mosaicmatch.local.deployed;

import java.util.Map;
import java.util.TreeMap;
import mosaicmatch.settings.Environment;

/** The template's parameters, and the variables that it gives functions for them. */
public final class StackParameters {

  private static final String PREFIX = "NamePrefix";

  /** Variables that are a parameter's value. */
  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("TraitServiceUrl", "MOSAIC_TRAIT_SERVICE_URL"),
          Map.entry("NakamaUrl", "MOSAIC_NAKAMA_URL"),
          Map.entry("CycleRate", "MOSAIC_CYCLE_RATE"),
          Map.entry("CycleSchedule", "MOSAIC_CYCLE_SCHEDULE"),
          Map.entry("LeaseSeconds", "MOSAIC_LEASE_SECONDS"),
          Map.entry("ClockSkewSeconds", "MOSAIC_CLOCK_SKEW_SECONDS"),
          Map.entry("MinPool", "MOSAIC_MIN_POOL"),
          Map.entry("MaxSeekers", "MOSAIC_MAX_SEEKERS"),
          Map.entry("Threshold", "MOSAIC_THRESHOLD"),
          Map.entry("WaitBoostWeight", "MOSAIC_WAIT_BOOST_WEIGHT"),
          Map.entry("Strategy", "MOSAIC_STRATEGY"),
          Map.entry("TileSeekers", "MOSAIC_TILE_SEEKERS"),
          Map.entry("AbStrategy", "MOSAIC_AB_STRATEGY"),
          Map.entry("AbShare", "MOSAIC_AB_SHARE"),
          Map.entry("MaxMissedCycles", "MOSAIC_MAX_MISSED_CYCLES"),
          Map.entry("PatientThreshold", "MOSAIC_PATIENT_THRESHOLD"),
          Map.entry("Candidates", "MOSAIC_CANDIDATES"),
          Map.entry("CandidatesTopK", "MOSAIC_CANDIDATES_TOP_K"),
          Map.entry("NakamaMaxConcurrency", "MOSAIC_NAKAMA_MAX_CONCURRENCY"),
          Map.entry("TraitServiceMaxConcurrency", "MOSAIC_TRAIT_SERVICE_MAX_CONCURRENCY"),
          Map.entry("AttemptLeaseSeconds", "MOSAIC_ATTEMPT_LEASE_SECONDS"),
          Map.entry("ReconcileGraceSeconds", "MOSAIC_RECONCILE_GRACE_SECONDS"),
          Map.entry("ReconcilePairs", "MOSAIC_RECONCILE_PAIRS"),
          Map.entry("UnfinishedAlarmSeconds", "MOSAIC_UNFINISHED_ALARM_SECONDS"));

  /** Variables that are a name behind the prefix. */
  private static final Map<String, String> NAMES =
      Map.of(
          "MOSAIC_LOCK_TABLE", "MosaicMatchLock",
          "MOSAIC_AUDIT_TABLE", "MosaicMatchCycleAudit",
          "MOSAIC_CLAIMS_TABLE", "MosaicMatchClaims",
          "MOSAIC_CYCLES_TABLE", "MosaicMatchCycles",
          "MOSAIC_IDEMPOTENCY_TABLE", "MosaicMatchIdempotency",
          "MOSAIC_SEEKERS_TABLE", "MosaicMatchSeekers",
          "MOSAIC_TRAIT_SERVICE_SECRET", "mosaicmatch/batch-key",
          "MOSAIC_NAKAMA_SECRET", "mosaicmatch/nakama-http-key");

  private StackParameters() {}

  /** The variables that the template gives functions for these values of its parameters. */
  public static Map<String, String> variables(Map<String, String> parameters) {
    var variables = new TreeMap<String, String>();
    VARIABLES.forEach(
        (parameter, variable) -> {
          var value = parameters.get(parameter);
          if (value != null) {
            variables.put(variable, value);
          }
        });
    var prefix = parameters.getOrDefault(PREFIX, "");
    NAMES.forEach((variable, name) -> variables.put(variable, prefix + name));
    return variables;
  }

  /** The values of the parameters that would give functions this environment. */
  public static Map<String, String> of(Environment environment) {
    var parameters = new TreeMap<String, String>();
    parameters.put(PREFIX, "");
    VARIABLES.forEach(
        (parameter, variable) ->
            environment.find(variable).ifPresent(value -> parameters.put(parameter, value)));
    return parameters;
  }
}
