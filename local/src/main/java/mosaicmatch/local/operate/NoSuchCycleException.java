package mosaicmatch.local.operate;

import java.util.List;

/** There is no cycle of that id. */
public final class NoSuchCycleException extends RefusedOperationException {

  NoSuchCycleException(String id, List<String> latest) {
    super(
        "there is no cycle '"
            + id
            + "'; "
            + (latest.isEmpty()
                ? "none has run yet"
                : "the latest are " + String.join(", ", latest)));
  }
}
