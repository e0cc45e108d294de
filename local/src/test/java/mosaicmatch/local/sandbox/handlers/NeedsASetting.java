package mosaicmatch.local.sandbox.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Can't be set up without MOSAIC_NEEDED. */
public final class NeedsASetting implements RequestStreamHandler {

  /** Reads it. */
  public NeedsASetting() {
    if (System.getenv("MOSAIC_NEEDED") == null) {
      throw new IllegalArgumentException("MOSAIC_NEEDED is missing");
    }
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {}
}
