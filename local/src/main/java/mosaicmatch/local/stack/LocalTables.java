package mosaicmatch.local.stack;

import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.TableNames;
import mosaicmatch.aws.Tables;
import mosaicmatch.settings.Environment;
import mosaicmatch.traitservice.nonces.NonceTable;
import mosaicmatch.traitservice.registry.SeekerTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/** Makes what the template makes on AWS: tables and bucket. */
final class LocalTables {

  private LocalTables() {}

  static void createMissing(AwsClients clients, LocalSettings settings) {
    var dynamoDb = clients.dynamoDb();
    Tables.createMissing(dynamoDb, TableNames.of(new Environment(settings.functions())));
    create(dynamoDb, SeekerTable.createRequest(SeekerTable.DEFAULT_NAME));
    if (create(dynamoDb, NonceTable.createRequest(NonceTable.DEFAULT_NAME))) {
      dynamoDb.updateTimeToLive(NonceTable.timeToLiveRequest(NonceTable.DEFAULT_NAME));
    }
    try (var s3 = clients.s3()) {
      s3.createBucket(request -> request.bucket(Endpoints.BUCKET));
    } catch (BucketAlreadyOwnedByYouException alreadyThere) {
      return;
    }
  }

  private static boolean create(DynamoDbClient client, CreateTableRequest request) {
    try {
      client.createTable(request);
      return true;
    } catch (ResourceInUseException alreadyThere) {
      return false;
    }
  }
}
