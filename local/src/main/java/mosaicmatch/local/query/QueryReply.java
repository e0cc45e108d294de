package mosaicmatch.local.query;

import java.util.UUID;
import java.util.function.UnaryOperator;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.s3.Xml;

/**
 * Replies of one service in the Query protocol.
 *
 * @param namespace the service's XML namespace
 */
public record QueryReply(String namespace) {

  private static final String MEDIA_TYPE = "text/xml";
  private static final int OK = 200;

  /** The answer to an operation, with what its result holds. */
  public Reply answer(String operation, UnaryOperator<Xml> result) {
    Xml xml = new Xml().root(operation + "Response", namespace).open(operation + "Result");
    return Reply.of(
        OK,
        MEDIA_TYPE,
        result
            .apply(xml)
            .close(operation + "Result")
            .open("ResponseMetadata")
            .element("RequestId", UUID.randomUUID())
            .close("ResponseMetadata")
            .close(operation + "Response")
            .toString());
  }

  /** An error. */
  public Reply error(int status, String code, String message) {
    Xml error =
        new Xml()
            .root("ErrorResponse", namespace)
            .open("Error")
            .element("Type", "Sender")
            .element("Code", code)
            .element("Message", message)
            .close("Error")
            .element("RequestId", UUID.randomUUID())
            .close("ErrorResponse");
    return Reply.of(status, MEDIA_TYPE, error.toString());
  }
}
