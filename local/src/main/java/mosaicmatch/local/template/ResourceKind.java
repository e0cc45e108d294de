package mosaicmatch.local.template;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What references to a resource stand for, by its type (CloudFormation template reference, "Return
 * values" of each type). Aliases stand for the function itself: on one machine it has one version.
 */
enum ResourceKind {
  TABLE(
      "AWS::DynamoDB::Table", "TableName", name -> name, name -> arn("dynamodb", "table/" + name)),
  BUCKET("AWS::S3::Bucket", "BucketName", name -> name, name -> "arn:aws:s3:::" + name),
  SECRET(
      "AWS::SecretsManager::Secret",
      "Name",
      // Secrets Manager ends an ARN with six characters of its own.
      name -> arn("secretsmanager", "secret:" + name + "-*"),
      name -> arn("secretsmanager", "secret:" + name + "-*")),
  FUNCTION(
      "AWS::Serverless::Function",
      "FunctionName",
      name -> name,
      name -> arn("lambda", "function:" + name)),
  MACHINE(
      "AWS::Serverless::StateMachine",
      "Name",
      name -> arn("states", "stateMachine:" + name),
      name -> arn("states", "stateMachine:" + name)),
  QUEUE(
      "AWS::SQS::Queue",
      "QueueName",
      name ->
          "https://sqs.%s.amazonaws.com/%s/%s"
              .formatted(LocalAccount.REGION, LocalAccount.ACCOUNT, name),
      name -> arn("sqs", name)),
  TOPIC("AWS::SNS::Topic", "TopicName", name -> arn("sns", name), name -> arn("sns", name)),
  LOG_GROUP(
      "AWS::Logs::LogGroup",
      "LogGroupName",
      name -> name,
      name -> arn("logs", "log-group:" + name + ":*")),
  RULE("AWS::Events::Rule", "Name", name -> name, name -> arn("events", "rule/" + name)),
  ALARM(
      "AWS::CloudWatch::Alarm",
      "AlarmName",
      name -> name,
      name -> arn("cloudwatch", "alarm:" + name)),
  ROLE(
      "AWS::IAM::Role",
      "RoleName",
      name -> name,
      name -> "arn:aws:iam::" + LocalAccount.ACCOUNT + ":role/" + name);

  private final String type;
  private final String nameProperty;

  @SuppressWarnings("ImmutableEnumChecker") // A lambda that captures nothing has no state.
  private final UnaryOperator<String> reference;

  @SuppressWarnings("ImmutableEnumChecker") // A lambda that captures nothing has no state.
  private final UnaryOperator<String> arn;

  ResourceKind(
      String type,
      String nameProperty,
      UnaryOperator<String> reference,
      UnaryOperator<String> arn) {
    this.type = type;
    this.nameProperty = nameProperty;
    this.reference = reference;
    this.arn = arn;
  }

  static Optional<ResourceKind> of(String type) {
    return Stream.of(values()).filter(kind -> kind.type.equals(type)).findFirst();
  }

  private static String arn(String service, String resource) {
    return LocalAccount.arn(service, resource);
  }

  /** The property that gives a resource its name. */
  String nameProperty() {
    return nameProperty;
  }

  /** What a resource is called if its name is left to CloudFormation. */
  String usualName(String logicalId) {
    return switch (this) {
      case BUCKET -> "mosaicmatch-cycles";
      case FUNCTION -> withoutEnding(logicalId);
      default -> logicalId;
    };
  }

  static String withoutEnding(String logicalId) {
    return logicalId.endsWith("Function") && logicalId.length() > "Function".length()
        ? logicalId.substring(0, logicalId.length() - "Function".length())
        : logicalId;
  }

  /** What {@code !Ref} stands for. */
  String reference(String name) {
    return reference.apply(name);
  }

  /** What an attribute stands for, if it is known here. */
  Optional<String> attribute(String attribute, String name) {
    return switch (attribute) {
      case "Arn", "TopicArn", "Alias", "AliasArn" -> Optional.of(arn.apply(name));
      case "Name", "QueueName", "TopicName" -> Optional.of(name);
      case "QueueUrl" -> Optional.of(reference.apply(name));
      default -> Optional.empty();
    };
  }
}
