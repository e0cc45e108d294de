package mosaicmatch.local.operate;

import mosaicmatch.pool.SeekerId;

/** Nothing is known of a person of that id. */
public final class NobodyKnownException extends RefusedOperationException {

  NobodyKnownException(SeekerId id, String where) {
    super("nobody of the id '" + id + "' is known " + where);
  }
}
