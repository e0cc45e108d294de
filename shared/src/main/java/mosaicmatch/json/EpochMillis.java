package mosaicmatch.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;

/** Instants as whole numbers of milliseconds since the epoch. */
final class EpochMillis {

  private EpochMillis() {}

  static SimpleModule module() {
    return new SimpleModule("epoch-millis")
        .addSerializer(Instant.class, new Writer())
        .addDeserializer(Instant.class, new Reader());
  }

  private static final class Writer extends JsonSerializer<Instant> {

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(value.toEpochMilli());
    }
  }

  private static final class Reader extends JsonDeserializer<Instant> {

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      // A number with a fraction would elsewhere be read as seconds; here it is refused.
      if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
        return context.reportInputMismatch(
            Instant.class, "must be a whole number of milliseconds since 1970");
      }
      return Instant.ofEpochMilli(in.getLongValue());
    }
  }
}
