package mosaicmatch.local.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a function's child processes are started with.
 *
 * @param command the JVM and its arguments
 * @param environment all its variables but those that the start itself decides
 * @param code the packaged jar, which is unpacked for the first child; or a folder
 * @param log where what it prints goes
 */
record Child(List<String> command, Map<String, String> environment, Path code, ChildLog log) {

  /**
   * Starts one.
   *
   * @param runtimeApi where it asks for events
   * @throws JarMissingException if the function is not packaged
   * @throws IOException if it can't be unpacked or started
   */
  Process start(URI runtimeApi) throws IOException {
    var taskRoot = TaskRoot.of(code);
    var builder = new ProcessBuilder(command).directory(taskRoot.toFile());
    var variables = builder.environment();
    variables.clear();
    variables.putAll(environment);
    variables.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi.getHost() + ":" + runtimeApi.getPort());
    return log.start(builder);
  }
}
