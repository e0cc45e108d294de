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
 * @param environment all its variables but the address of its Runtime API
 * @param taskRoot the folder that it runs in
 * @param log where what it prints goes
 */
record Child(List<String> command, Map<String, String> environment, Path taskRoot, ChildLog log) {

  Process start(URI runtimeApi) throws IOException {
    var builder = new ProcessBuilder(command).directory(taskRoot.toFile());
    var api = FunctionEnvironment.runtimeApi(runtimeApi);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put(api.getKey(), api.getValue());
    return log.start(builder);
  }
}
