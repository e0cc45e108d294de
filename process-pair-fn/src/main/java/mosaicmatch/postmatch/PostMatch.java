package mosaicmatch.postmatch;

import java.time.InstantSource;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.TableNames;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.LockKeeper;
import mosaicmatch.lock.LockTable;
import mosaicmatch.lock.LockTimes;
import mosaicmatch.secrets.Secrets;
import mosaicmatch.secrets.SecretsManagerSecrets;
import mosaicmatch.settings.Environment;
import mosaicmatch.traits.SeekerRegistry;
import mosaicmatch.traits.TraitServiceClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What both functions of this module are set up with. */
record PostMatch(
    Environment environment,
    DynamoDbClient dynamoDb,
    TableNames tables,
    Secrets secrets,
    InstantSource clock) {

  static PostMatch of(AwsClients aws) {
    var environment = aws.environment();
    var clock = InstantSource.system();
    return new PostMatch(
        environment,
        aws.dynamoDb(),
        TableNames.of(environment),
        SecretsManagerSecrets.cached(aws.secretsManager(), clock),
        clock);
  }

  SeekerRegistry registry() {
    return TraitServiceClient.of(environment, secrets, clock).registry();
  }

  LockKeeper lockKeeper() {
    return new LockKeeper(
        LockTable.open(dynamoDb, tables.lock(), LockTimes.of(environment), clock));
  }

  StoredAnswers answers() {
    return StoredAnswers.inTable(dynamoDb, tables.idempotency());
  }
}
