package mosaicmatch.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import mosaicmatch.json.Json;

/** Calls a function as Lambda does: JSON in, JSON out. */
public final class JsonCall {

  private JsonCall() {}

  public static String of(RequestStreamHandler function, String event) {
    var in = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    var out = new ByteArrayOutputStream();
    try {
      function.handleRequest(in, out, SomeContext.CONTEXT);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static <T> T of(RequestStreamHandler function, String event, Class<T> answer) {
    try {
      return Json.mapper().readValue(of(function, event), answer);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String json(Object value) {
    return Json.mapper().valueToTree(value).toString();
  }
}
