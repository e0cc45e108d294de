package mosaicmatch.local.deployed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.settings.Environment;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * A stack on AWS.
 *
 * @param clients clients set up as its functions are
 * @param names what its parts are called
 */
public record DeployedStack(AwsClients clients, CycleNames names) {

  /** The name that the template is deployed under, unless somebody chose another. */
  public static final String USUAL_NAME = "mosaicmatch";

  private static final int MOST_NAMES = 50;

  /**
   * Finds a stack; reads only.
   *
   * @throws UnknownStackException if there is none of that name
   * @throws OutputMissingException if it lacks what the template gives
   */
  public static DeployedStack find(AwsProfile profile, String name) {
    var region = Map.of("AWS_REGION", profile.region());
    var anyone = new AwsClients(new Environment(region), profile.identity());
    try (var stacks = client(anyone)) {
      return of(profile, describe(stacks, name, profile));
    }
  }

  private static CloudFormationClient client(AwsClients aws) {
    return aws.small(CloudFormationClient.builder(), "AWS_ENDPOINT_URL_CLOUDFORMATION").build();
  }

  private static Stack describe(CloudFormationClient stacks, String name, AwsProfile profile) {
    try {
      return stacks.describeStacks(request -> request.stackName(name)).stacks().getFirst();
    } catch (CloudFormationException e) {
      if ("ValidationError".equals(e.awsErrorDetails().errorCode())) {
        throw new UnknownStackException(name, profile.region(), known(stacks));
      }
      throw e;
    }
  }

  /** Who may look at one stack may not be allowed to look at all of them. */
  private static Collection<String> known(CloudFormationClient stacks) {
    try {
      return stacks.describeStacks().stacks().stream()
          .map(Stack::stackName)
          .sorted()
          .limit(MOST_NAMES)
          .toList();
    } catch (SdkException e) {
      return List.of();
    }
  }

  private static DeployedStack of(AwsProfile profile, Stack stack) {
    var outputs =
        new StackOutputs(
            stack.outputs().stream()
                .collect(Collectors.toMap(Output::outputKey, Output::outputValue)));
    var variables =
        StackParameters.variables(
            stack.parameters().stream()
                .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue)));
    variables.put("AWS_REGION", profile.region());
    variables.put("MOSAIC_BUCKET", outputs.bucket());
    return new DeployedStack(
        new AwsClients(new Environment(variables), profile.identity()), outputs.names());
  }
}
