package mosaicmatch.local.sandbox.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Does what its event says: throw, exit, hang, fill its memory, or answer too much. */
public final class Misbehaving implements RequestStreamHandler {

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    switch (new String(in.readAllBytes(), StandardCharsets.UTF_8)) {
      case "\"throw\"" -> throw new IllegalStateException("as told");
      case "\"exit\"" -> Runtime.getRuntime().halt(3);
      case "\"hang\"" -> hang();
      case "\"fill\"" -> System.out.println(new long[1 << 28].length);
      case "\"much\"" -> out.write(new byte[7_000_000]);
      default -> out.write(("" + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
