package mosaicmatch.local.stack;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import mosaicmatch.lambda.BadInputException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A function as it must not be: it writes first and looks at its event later. */
final class NothingChecked implements RequestStreamHandler {

  private final DynamoDbClient tables;

  NothingChecked(DynamoDbClient tables) {
    this.tables = tables;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    tables.putItem(
        put ->
            put.tableName("MosaicMatchNonces")
                .item(Map.of("id", AttributeValue.fromS("written too early"))));
    if (in.read() != '{') {
      throw new BadInputException("event: must be an object");
    }
    out.write('1');
  }
}
