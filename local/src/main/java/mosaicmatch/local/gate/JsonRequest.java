package mosaicmatch.local.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import mosaicmatch.local.http.BodyTooLargeException;
import mosaicmatch.local.http.Call;

/**
 * A request in AWS JSON 1.0 or 1.1.
 *
 * @param operation what follows the last dot of {@code X-Amz-Target}
 * @param fields the body
 * @param call the request, its body to be read again
 */
record JsonRequest(String operation, JsonNode fields, Call call) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What DynamoDB takes, the largest of these services (BatchWriteItem, 16 MB). */
  private static final int LARGEST = 16 << 20;

  static JsonRequest read(Call call) throws IOException {
    String target = call.header("x-amz-target").orElse("");
    byte[] body = bytes(call);
    return new JsonRequest(
        target.substring(target.lastIndexOf('.') + 1), fields(body), again(call, body));
  }

  /** The text of a field; empty if it is not there. */
  String text(String field) {
    return fields.path(field).asText("");
  }

  private static JsonNode fields(byte[] body) throws UnreadableRequestException {
    try {
      JsonNode fields = JSON.readTree(body);
      return fields.isMissingNode() ? MissingNode.getInstance() : fields;
    } catch (JsonProcessingException e) {
      throw new UnreadableRequestException("The body is not JSON");
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can't be read", e);
    }
  }

  static byte[] bytes(Call call) throws IOException {
    try {
      return call.bytes(LARGEST);
    } catch (BodyTooLargeException e) {
      throw new UnreadableRequestException("The body has more than " + LARGEST + " bytes");
    }
  }

  static Call again(Call call, byte[] body) {
    return new Call(
        call.method(),
        call.rawPath(),
        call.query(),
        call.headers(),
        new ByteArrayInputStream(body));
  }
}
