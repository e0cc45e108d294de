package mosaicmatch.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mosaicmatch.local.cli.MosaicRun.Said;
import mosaicmatch.local.home.Home;
import mosaicmatch.local.home.RunningSystem;

/** {@code mosaic up} in a thread of its own, until it is closed. */
final class UpRun implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final CompletableFuture<Said> said = new CompletableFuture<>();
  private final Thread thread;

  /** Returns when it is up. */
  UpRun(MosaicRun mosaic, String... arguments) throws Exception {
    var all =
        new ArrayList<>(List.of("up", "--port", "0", "--traits-port", "0", "--nakama-port", "0"));
    all.addAll(List.of(arguments));
    thread =
        Thread.ofPlatform().start(() -> said.complete(mosaic.says(all.toArray(String[]::new))));
    while (!isUp(mosaic.home())) {
      if (said.isDone()) {
        throw new IllegalStateException(said.get().err());
      }
      thread.join(50);
    }
  }

  /** The file for AWS's own tools is written last. */
  private static boolean isUp(Path home) throws IOException {
    return RunningSystem.find(home).isPresent() && Files.exists(home.resolve(Home.AWS_CONFIG));
  }

  /** Ends it; what it said. */
  Said end() {
    thread.interrupt();
    return said.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    end();
  }
}
