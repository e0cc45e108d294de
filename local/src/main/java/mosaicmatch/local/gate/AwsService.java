package mosaicmatch.local.gate;

import java.util.Optional;
import java.util.stream.Stream;
import mosaicmatch.local.cloudformation.StacksService;
import mosaicmatch.local.cloudwatch.AlarmsService;

/** The services behind the gate, told apart by the name that requests are signed for. */
public enum AwsService {
  DYNAMODB("dynamodb", new DynamoDbDemands(), new JsonRefusals("com.amazon.coral.service#")),
  S3("s3", new S3Demands(), new S3Refusals()),
  SECRETS_MANAGER("secretsmanager", new SecretsDemands(), new JsonRefusals("")),
  STATES("states", new StatesDemands(), new JsonRefusals("com.amazon.coral.service#")),
  LAMBDA("lambda", new LambdaDemands(), new RestRefusals()),
  EVENTS("events", new EventsDemands(), new JsonRefusals("")),
  CLOUDFORMATION(
      "cloudformation", new CloudFormationDemands(), new QueryRefusals(StacksService.REPLY)),
  CLOUDWATCH("monitoring", new CloudWatchDemands(), new QueryRefusals(AlarmsService.REPLY));

  private final String signingName;

  @SuppressWarnings("ImmutableEnumChecker") // Its implementations have no state.
  private final Demands demands;

  @SuppressWarnings("ImmutableEnumChecker") // Its implementations have no state.
  private final Refusals refusals;

  AwsService(String signingName, Demands demands, Refusals refusals) {
    this.signingName = signingName;
    this.demands = demands;
    this.refusals = refusals;
  }

  static Optional<AwsService> signedFor(String name) {
    return Stream.of(values()).filter(service -> service.signingName.equals(name)).findFirst();
  }

  Demands demands() {
    return demands;
  }

  Refusals refusals() {
    return refusals;
  }
}
