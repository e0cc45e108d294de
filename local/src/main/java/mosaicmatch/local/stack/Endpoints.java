package mosaicmatch.local.stack;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import mosaicmatch.settings.Environment;

/**
 * Where the parts of the local system listen, all on loopback.
 *
 * @param aws all AWS services
 * @param traits the trait service
 * @param nakama the stand-in for Nakama
 */
public record Endpoints(URI aws, URI traits, URI nakama) {

  /** The bucket of the cycle files. */
  public static final String BUCKET = "mosaicmatch-cycles";

  /** The region that local ARNs name. */
  public static final String REGION = "us-east-1";

  private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

  /** Addresses at which nothing listens, to try settings with. */
  static Endpoints nowhere() {
    return new Endpoints(NOWHERE, NOWHERE, NOWHERE);
  }

  /** The part of {@link #environment} that the AWS SDK reads. */
  Map<String, String> forAwsClients() {
    return starting("AWS_");
  }

  /** The part of {@link #environment} that names what the template leaves open. */
  Map<String, String> forFunctions() {
    return starting("MOSAIC_");
  }

  private Map<String, String> starting(String prefix) {
    var variables = new TreeMap<>(environment(Map.of()).variables());
    variables.keySet().removeIf(name -> !name.startsWith(prefix));
    return variables;
  }

  /**
   * What a function's environment says here: these addresses, over whatever else is set.
   *
   * @param settings settings of the functions, such as {@code MOSAIC_THRESHOLD}
   */
  public Environment environment(Map<String, String> settings) {
    var variables = new TreeMap<>(settings);
    variables.put("AWS_REGION", REGION);
    variables.put("AWS_ENDPOINT_URL", aws.toString());
    variables.put("MOSAIC_TRAIT_SERVICE_URL", traits.toString());
    variables.put("MOSAIC_NAKAMA_URL", nakama.toString());
    variables.put("MOSAIC_BUCKET", BUCKET);
    return new Environment(variables);
  }
}
