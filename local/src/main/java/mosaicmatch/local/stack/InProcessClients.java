package mosaicmatch.local.stack;

import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.Identity;
import mosaicmatch.settings.Environment;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The clients of AWS as ever, but for DynamoDB's, which calls the tables of this process. */
final class InProcessClients extends AwsClients {

  private final DynamoDbClient tables;

  InProcessClients(Environment environment, Identity identity, DynamoDbClient tables) {
    super(environment, identity);
    this.tables = tables;
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return tables;
  }
}
