package mosaicmatch.local.sandbox.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Tells what it was given: event, context, environment, heap. */
public final class Telling implements RequestStreamHandler {

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    System.out.println("log line of the function");
    System.err.println("error line of the function");
    try (var print = new PrintStream(out, false, StandardCharsets.UTF_8)) {
      print.printf(
          """
          {"event": %s, "pid": %d, "request": "%s", "arn": "%s", "name": "%s", "memory": %d,
           "left": %d, "heap": %d, "folder": "%s", "given": "%s", "home": "%s", "loader": "%s"}\
          """,
          new String(in.readAllBytes(), StandardCharsets.UTF_8),
          ProcessHandle.current().pid(),
          context.getAwsRequestId(),
          context.getInvokedFunctionArn(),
          context.getFunctionName(),
          context.getMemoryLimitInMB(),
          context.getRemainingTimeInMillis(),
          Runtime.getRuntime().maxMemory(),
          Path.of("").toAbsolutePath(),
          System.getenv("GIVEN"),
          System.getenv("HOME"),
          getClass().getClassLoader().getClass().getSimpleName());
    }
  }
}
