package mosaicmatch.local.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where what a child prints goes; on Lambda, to its log group. */
@FunctionalInterface
interface ChildLog {

  /** Starts a process whose output goes there. */
  Process start(ProcessBuilder builder) throws IOException;

  /** A file; what an earlier process wrote stays, up to a size at which it is put aside. */
  static ChildLog file(Path file, long maxBytes) throws IOException {
    Files.createDirectories(file.getParent());
    if (Files.exists(file) && Files.size(file) > maxBytes) {
      Files.move(file, Path.of(file + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return builder ->
        builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(file.toFile())).start();
  }

  /** A stream of this process. */
  static ChildLog stream(PrintStream stream) {
    return builder -> {
      var process = builder.redirectErrorStream(true).start();
      Thread.ofPlatform().daemon().name("function log").start(() -> copy(process, stream));
      return process;
    };
  }

  private static void copy(Process process, PrintStream stream) {
    try (var output = process.getInputStream()) {
      output.transferTo(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("a function's log can't be read", e);
    }
  }
}
