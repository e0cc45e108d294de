package mosaicmatch.local.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import mosaicmatch.local.http.Reply;

/**
 * AWS JSON 1.0 and 1.1: status 400 and the type in the body.
 *
 * @param namespace what the service puts before the type
 */
record JsonRefusals(String namespace) implements Refusals {

  static final String INVALID_TOKEN = "The security token included in the request is invalid.";

  private static final String MEDIA_TYPE = "application/x-amz-json-1.1";
  private static final int REFUSED = 400;

  @Override
  public Reply unknownKey() {
    return broken(REFUSED, "UnrecognizedClientException", INVALID_TOKEN);
  }

  @Override
  public Reply denied(Denial denial) {
    return broken(REFUSED, "AccessDeniedException", denial.sentence());
  }

  @Override
  public Reply broken(int status, String code, String message) {
    return Reply.of(
        status,
        MEDIA_TYPE,
        JsonNodeFactory.instance
            .objectNode()
            .put("__type", namespace + code)
            .put("Message", message)
            .toString());
  }
}
