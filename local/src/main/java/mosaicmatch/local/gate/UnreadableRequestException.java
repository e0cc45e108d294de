package mosaicmatch.local.gate;

import java.io.IOException;

/** A request that is none of its service's. */
final class UnreadableRequestException extends IOException {

  UnreadableRequestException(String why) {
    super(why);
  }
}
