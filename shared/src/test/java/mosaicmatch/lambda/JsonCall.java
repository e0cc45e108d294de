package mosaicmatch.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import mosaicmatch.json.Json;

/** Calls a function as Lambda does: JSON in, JSON out. */
public final class JsonCall {

  private JsonCall() {}

  public static JsonNode of(RequestStreamHandler function, String event) {
    var in = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    var out = new ByteArrayOutputStream();
    try {
      function.handleRequest(in, out, SomeContext.CONTEXT);
      return Json.mapper().readTree(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
