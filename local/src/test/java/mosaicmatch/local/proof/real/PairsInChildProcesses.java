package mosaicmatch.local.proof.real;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import mosaicmatch.local.lambda.Callee;
import mosaicmatch.local.lambda.FunctionName;
import mosaicmatch.local.lambda.Functions;
import mosaicmatch.local.lambda.Outcome;
import mosaicmatch.local.sandbox.SandboxSettings;
import mosaicmatch.local.sandbox.Sandboxes;
import mosaicmatch.local.stack.Stack;
import mosaicmatch.postmatch.ProcessPairHandler;

/** The packaged function that works on pairs, in a JVM of its own, one call at a time. */
final class PairsInChildProcesses implements Callee, AutoCloseable {

  private static final long LONGEST_END_SECONDS = 30;

  private final Functions packaged;
  private final Sandboxes sandboxes;

  /**
   * Of a system.
   *
   * @param nakama where they are to call Nakama
   */
  PairsInChildProcesses(Stack stack, URI nakama) throws IOException {
    var local = starting("MOSAIC_", stack);
    local.put("MOSAIC_NAKAMA_URL", nakama.toString());
    sandboxes =
        Sandboxes.open(
            new SandboxSettings(Path.of(".."), 1, false, Optional.empty()),
            stack.home(),
            local,
            function -> {
              var variables = starting("AWS_", stack);
              var key = stack.gate().grant(function.logicalId(), function.statements());
              variables.put("AWS_ACCESS_KEY_ID", key.accessKeyId());
              variables.put("AWS_SECRET_ACCESS_KEY", key.secretAccessKey());
              return variables;
            });
    packaged = new Functions(java.time.Instant::now);
    sandboxes.registerIn(packaged);
  }

  private static Map<String, String> starting(String prefix, Stack stack) {
    var variables = new TreeMap<>(stack.aws().environment().variables());
    variables.keySet().removeIf(name -> !name.startsWith(prefix));
    return variables;
  }

  /** Ends the process by SIGKILL, and waits until it is gone. */
  static void kill() throws IOException {
    var child =
        ProcessHandle.current()
            .children()
            .filter(process -> process.info().commandLine().orElse("").contains(NAME))
            .findFirst()
            .orElseThrow(() -> new IOException("no process works on pairs"));
    child.destroyForcibly();
    try {
      child.onExit().get(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IOException("the process does not end", e);
    }
  }

  private static final String NAME = ProcessPairHandler.class.getName();

  @Override
  public Outcome call(FunctionName as, byte[] payload) {
    return packaged.invoke(as, payload);
  }

  @Override
  public Outcome callLater(FunctionName as, byte[] payload) {
    return packaged.invoke(as, payload);
  }

  @Override
  public void close() {
    sandboxes.close();
  }
}
