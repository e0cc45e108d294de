package mosaicmatch.local.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import mosaicmatch.local.http.Reply;

/** Lambda: status 403 and the type in a header field. */
final class RestRefusals implements Refusals {

  private static final int FORBIDDEN = 403;

  @Override
  public Reply unknownKey() {
    return broken(FORBIDDEN, "UnrecognizedClientException", JsonRefusals.INVALID_TOKEN);
  }

  @Override
  public Reply denied(Denial denial) {
    return broken(FORBIDDEN, "AccessDeniedException", denial.sentence());
  }

  @Override
  public Reply broken(int status, String code, String message) {
    return Reply.of(
            status,
            "application/json",
            JsonNodeFactory.instance.objectNode().put("Message", message).toString())
        .with("x-amzn-ErrorType", code);
  }
}
