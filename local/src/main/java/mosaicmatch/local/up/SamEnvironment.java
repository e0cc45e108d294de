package mosaicmatch.local.up;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.json.Json;
import mosaicmatch.local.deployed.StackParameters;
import mosaicmatch.local.stack.CycleFunction;
import mosaicmatch.local.stack.Endpoints;

/**
 * The variables of each function as {@code sam local invoke --env-vars} takes them (AWS SAM
 * developer guide, "Environment variable file"). Keys are not among them: SAM passes on those of
 * the profile that it runs with.
 */
final class SamEnvironment {

  /** Variables of the local system that the template gives no function: SAM passes only those. */
  private static final Set<String> NOT_OF_FUNCTIONS =
      Set.of(
          "AWS_ENDPOINT_URL",
          "AWS_REGION",
          "MOSAIC_HOME",
          "MOSAIC_SEEKERS_TABLE",
          "MOSAIC_JAVA_OPTIONS",
          "MOSAIC_MAVEN_OPTIONS",
          "MOSAIC_MAX_PAIR_CONCURRENCY",
          "MOSAIC_MAX_UNMATCHED_CONCURRENCY",
          "MOSAIC_MAX_TILE_CONCURRENCY",
          "MOSAIC_PAIRING",
          "MOSAIC_RETRY_WAIT_SECONDS");

  private static final ObjectWriter PRETTY = Json.mapper().writerWithDefaultPrettyPrinter();

  private SamEnvironment() {}

  /** The file for functions with these settings, over there. */
  static String json(Endpoints endpoints, Map<String, String> settings)
      throws JsonProcessingException {
    var variables = new TreeMap<>(StackParameters.variables(Map.of()));
    settings.forEach(variables::put);
    variables.putAll(endpoints.environment(Map.of()).variables());
    variables.put(AwsClients.MOSAIC_ENDPOINT, endpoints.aws().toString());
    variables.keySet().removeAll(NOT_OF_FUNCTIONS);
    var functions = new TreeMap<String, Map<String, String>>();
    for (var function : CycleFunction.values()) {
      functions.put(function.logicalId(), variables);
    }
    return PRETTY.writeValueAsString(functions) + "\n";
  }
}
