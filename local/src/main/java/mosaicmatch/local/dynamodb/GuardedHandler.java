package mosaicmatch.local.dynamodb;

import java.util.Optional;
import mosaicmatch.local.http.AccessKey;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local's protocol, for callers with the access key. */
final class GuardedHandler extends LocalDynamoDBServerHandler {

  private final AccessKey accessKey;

  GuardedHandler(DynamoDBRequestHandler engine, AccessKey accessKey) {
    super(engine, "");
    this.accessKey = accessKey;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (!accessKey.opens(Optional.ofNullable(authorization))) {
      Response.writeError(request, response, callback, 403);
      return true;
    }
    return super.handle(request, response, callback);
  }
}
