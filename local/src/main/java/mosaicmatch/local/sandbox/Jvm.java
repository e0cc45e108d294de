package mosaicmatch.local.sandbox;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.local.template.TemplateFunction;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * How Lambda starts the JVM of a function: the managed runtime's class path has AWS's runtime
 * alone, which loads the function from the task's folder. The options are those that the java17 and
 * java21 runtimes were seen to give, with what java25 changed (Lambda developer guide, "Customize
 * Java runtime startup behavior for Lambda functions").
 */
final class Jvm {

  private static final double HEAP_SHARE = 0.85;
  private static final int KIBIBYTES = 1_024;

  private Jvm() {}

  /**
   * The command.
   *
   * @param library the native part of AWS's runtime
   */
  static List<String> command(TemplateFunction function, Path library) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:MaxHeapSize=" + heapKibibytes(function.memoryMegabytes()) + "k");
    command.addAll(chosen(function));
    command.add("--add-opens=java.base/java.io=ALL-UNNAMED");
    command.add("-XX:+ErrorFileToStderr");
    command.add("-D" + RuntimeLibrary.PROPERTY + "=" + library);
    // The runtime calls native code; without these the JVM warns of it at each start.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.add("-Djava.net.preferIPv4Stack=true");
    command.addAll(List.of("-cp", classPath(), AWSLambda.class.getName(), function.handler()));
    return command;
  }

  private static long heapKibibytes(int memoryMegabytes) {
    return (long) Math.ceil(memoryMegabytes * HEAP_SHARE * KIBIBYTES);
  }

  /** What a function may choose otherwise by JAVA_TOOL_OPTIONS. */
  private static List<String> chosen(TemplateFunction function) {
    var own = function.environment().getOrDefault("JAVA_TOOL_OPTIONS", "");
    var options = new ArrayList<String>();
    if (!own.matches(".*-XX:\\+Use\\w+GC\\b.*")) {
      options.add("-XX:+UseSerialGC");
    }
    // A snapshot holds what is compiled, so that it may be compiled well.
    if (!function.snapStart() && !own.contains("Tiered")) {
      options.add("-XX:TieredStopAtLevel=1");
    }
    return options;
  }

  /** The folder of AWS's runtime. */
  static String runtimeFolder() {
    return String.valueOf(jarOf(AWSLambda.class).getParent());
  }

  private static String classPath() {
    return Stream.of(
            Context.class, AWSLambda.class, PojoSerializer.class, SdkInternalThreadLocal.class)
        .map(Jvm::jarOf)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the jar of " + type.getName() + " has no path", e);
    }
  }
}
