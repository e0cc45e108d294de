package mosaicmatch.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mosaicmatch.bench.measure.Folders;
import mosaicmatch.bench.measure.Goal;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.measure.Progress;

/** The build with all its tests, from a fresh clone and an empty Maven cache. */
final class BuildBenchmark {

  private static final double SECONDS_PER_MINUTE = 60;

  private BuildBenchmark() {}

  static Measure fromEmptyCache(Path root) throws IOException, InterruptedException {
    Progress.tell("the build of a fresh clone with an empty Maven cache");
    var folder = Files.createTempDirectory("build-bench-");
    try {
      var clone = folder.resolve("clone");
      run(folder, "git", "clone", "--quiet", root.toAbsolutePath().toString(), clone.toString());
      long start = System.nanoTime();
      run(clone, "./mvnw", "-B", "-ntp", "verify", "-Dmaven.repo.local=" + folder.resolve("m2"));
      return new Measure(
          "./mvnw verify, fresh clone, empty Maven cache",
          (System.nanoTime() - start) / 1e9 / SECONDS_PER_MINUTE,
          "min",
          Goal.atMost(10));
    } finally {
      Folders.delete(folder);
    }
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    File log = Files.createTempFile("build-bench-", ".log").toFile();
    int exitCode =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start()
            .waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException(List.of(command) + " failed; its log is " + log);
    }
    Files.delete(log.toPath());
  }
}
