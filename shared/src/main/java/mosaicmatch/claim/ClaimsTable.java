package mosaicmatch.claim;

import java.time.InstantSource;
import mosaicmatch.aws.TableNames;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The claims kept in DynamoDB, beside the audit trail. */
public final class ClaimsTable {

  private ClaimsTable() {}

  /** Opens the tables of claims and audit; nothing is called yet. */
  public static Claims open(DynamoDbClient client, TableNames tables, InstantSource clock) {
    return new DynamoClaims(client, tables, clock);
  }
}
