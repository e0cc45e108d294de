package mosaicmatch.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import mosaicmatch.json.Json;

/** What a function printed in the embedded metric format. */
public final class PrintedMetrics {

  private PrintedMetrics() {}

  /** The one set of metrics that a call prints. */
  public static JsonNode of(Runnable call) {
    var printed = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      call.run();
    } finally {
      System.setOut(before);
    }
    var line =
        printed
            .toString(StandardCharsets.UTF_8)
            .lines()
            .filter(text -> text.contains("\"_aws\""))
            .findFirst()
            .orElseThrow();
    try {
      return Json.mapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
