package mosaicmatch.local.sandbox.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import mosaicmatch.settings.Environment;

/** Can't be set up without MOSAIC_NEEDED. */
public final class NeedsASetting implements RequestStreamHandler {

  /** Reads it. */
  public NeedsASetting() {
    Environment.ofProcess().text("MOSAIC_NEEDED", "anything");
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {}
}
