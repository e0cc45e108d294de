package mosaicmatch.local.gate;

import mosaicmatch.local.http.Reply;
import mosaicmatch.local.s3.Xml;

/** S3: status 403 and an XML document. */
final class S3Refusals implements Refusals {

  private static final int FORBIDDEN = 403;

  @Override
  public Reply unknownKey() {
    return broken(
        FORBIDDEN,
        "InvalidAccessKeyId",
        "The AWS Access Key Id you provided does not exist in our records.");
  }

  @Override
  public Reply denied(Denial denial) {
    return broken(FORBIDDEN, "AccessDenied", denial.quotingSentence());
  }

  @Override
  public Reply broken(int status, String code, String message) {
    Xml error =
        new Xml().open("Error").element("Code", code).element("Message", message).close("Error");
    return Reply.of(status, "application/xml", error.toString());
  }
}
