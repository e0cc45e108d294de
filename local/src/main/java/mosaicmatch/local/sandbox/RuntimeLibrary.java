package mosaicmatch.local.sandbox;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * The native part of AWS's runtime, unpacked for all children together. Left to themselves they
 * unpack it to one and the same temporary file, and a child that starts breaks those that run.
 */
final class RuntimeLibrary {

  /** The system property that names it. */
  static final String PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private RuntimeLibrary() {}

  /**
   * The library's file.
   *
   * @param into the folder that it is unpacked to, if it is not there yet
   * @throws UnsupportedPlatformException if AWS's runtime has none for this machine
   * @throws IOException if it can't be written
   */
  static Path in(Path into) throws IOException {
    var name = "libaws-lambda-jni." + platform() + ".so";
    var target = into.resolve(name).toAbsolutePath();
    if (Files.exists(target)) {
      return target;
    }
    Files.createDirectories(into);
    var unfinished = Files.createTempFile(into, name, ".part");
    try (var library = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
      if (library == null) {
        throw new UnsupportedPlatformException(platform());
      }
      Files.copy(library, unfinished, StandardCopyOption.REPLACE_EXISTING);
      return Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static String platform() {
    return platform(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static String platform(String system, String architecture) {
    var processor =
        switch (architecture) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "aarch_64";
          default -> throw new UnsupportedPlatformException(system + " on " + architecture);
        };
    if (!system.toLowerCase(Locale.ROOT).equals("linux")) {
      throw new UnsupportedPlatformException(system);
    }
    return (isMusl(processor) ? "linux_musl-" : "linux-") + processor;
  }

  private static boolean isMusl(String processor) {
    return Files.exists(Path.of("/lib/ld-musl-" + processor.replace("_64", "64") + ".so.1"))
        || Files.exists(Path.of("/lib/ld-musl-" + processor + ".so.1"));
  }
}
