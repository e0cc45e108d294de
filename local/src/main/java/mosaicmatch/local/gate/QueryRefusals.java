package mosaicmatch.local.gate;

import mosaicmatch.local.http.Reply;
import mosaicmatch.local.query.QueryReply;

/**
 * The Query protocol: status 403 and an XML document.
 *
 * @param replies the service's replies
 */
record QueryRefusals(QueryReply replies) implements Refusals {

  private static final int FORBIDDEN = 403;

  @Override
  public Reply unknownKey() {
    return broken(FORBIDDEN, "InvalidClientTokenId", JsonRefusals.INVALID_TOKEN);
  }

  @Override
  public Reply denied(Denial denial) {
    return broken(FORBIDDEN, "AccessDenied", denial.sentence());
  }

  @Override
  public Reply broken(int status, String code, String message) {
    return replies.error(status, code, message);
  }
}
