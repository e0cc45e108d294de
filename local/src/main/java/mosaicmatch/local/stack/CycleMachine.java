package mosaicmatch.local.stack;

import java.util.Map;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.cycle.PairingPath;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;

/** The cycle's state machine in the local engine, in the definition that is deployed to AWS. */
public final class CycleMachine {

  private static final String NAME = "mosaicmatch-cycle";
  private static final String ARN =
      "arn:aws:states:" + Endpoints.REGION + ":000000000000:stateMachine:" + NAME;
  private static final String ROLE = "arn:aws:iam::000000000000:role/" + NAME;

  private CycleMachine() {}

  /** Its ARN. */
  public static String arn() {
    return ARN;
  }

  /** A client of the local engine. */
  public static SfnClient client(AwsClients aws) {
    return aws.small(SfnClient.builder(), "AWS_ENDPOINT_URL_SFN").build();
  }

  /** Creates the machine, or brings it to the present definition. */
  static void deploy(AwsClients aws, LocalSettings settings) {
    var definition = CycleDefinition.text(limits(settings));
    try (var states = client(aws)) {
      try {
        states.createStateMachine(
            request -> request.name(NAME).definition(definition).roleArn(ROLE));
      } catch (StateMachineAlreadyExistsException older) {
        states.updateStateMachine(
            request -> request.stateMachineArn(ARN).definition(definition).roleArn(ROLE));
      }
    }
  }

  /**
   * Reads the machine's own settings.
   *
   * @throws mosaicmatch.settings.WrongSettingException if one is wrong
   */
  static void checkLimits(LocalSettings settings) {
    limits(settings);
  }

  private static Map<String, String> limits(LocalSettings settings) {
    var environment = new Environment(settings.functions());
    return Map.of(
        "CycleBucket",
        Endpoints.BUCKET,
        "MaxPairConcurrency",
        Integer.toString(environment.intOr("MOSAIC_MAX_PAIR_CONCURRENCY", 64, 1, 64)),
        "MaxUnmatchedConcurrency",
        Integer.toString(environment.intOr("MOSAIC_MAX_UNMATCHED_CONCURRENCY", 4, 1, 64)),
        "MaxTileConcurrency",
        Integer.toString(environment.intOr("MOSAIC_MAX_TILE_CONCURRENCY", 2, 1, 64)),
        "Pairing",
        pairing(environment),
        "RetryWaitSeconds",
        Integer.toString(environment.intOr("MOSAIC_RETRY_WAIT_SECONDS", 2, 0, 3_600)));
  }

  private static String pairing(Environment environment) {
    var usual = PairingPath.ONE_FUNCTION.wireName();
    var chosen = environment.textOr("MOSAIC_PAIRING", usual);
    if (!PairingPath.names().contains(chosen)) {
      throw new WrongSettingException("MOSAIC_PAIRING", "one of " + PairingPath.names(), usual);
    }
    return chosen;
  }
}
