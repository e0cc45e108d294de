package mosaicmatch.local.proof.real;

import java.io.IOException;
import mosaicmatch.local.http.Reply;

/**
 * A call of a function to another part of the system, on its way.
 *
 * @param part {@code DynamoDB} or {@code Nakama}
 * @param operation the part's own name for it, such as {@code UpdateItem}
 * @param body what is sent
 */
record PortCall(String part, String operation, String body) {

  /** Takes a call to where it is meant to go. */
  @FunctionalInterface
  interface Onward {
    Reply go() throws IOException;
  }

  /** Decides what becomes of calls. */
  @FunctionalInterface
  interface Meddler {

    /** Does what the call asks for by going onward, or anything else. */
    Reply meddle(PortCall call, Onward onward) throws IOException;

    /** Lets every call through. */
    static Meddler none() {
      return (_, onward) -> onward.go();
    }
  }

  /** Whether it is about this pair. */
  boolean isAbout(String pairKey) {
    return body.contains("\"" + pairKey + "\"");
  }
}
