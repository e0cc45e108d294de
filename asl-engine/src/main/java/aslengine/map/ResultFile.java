package aslengine.map;

import aslengine.json.Json;
import aslengine.object.ObjectStore;
import aslengine.object.ObjectStoreException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayOutputStream;

/** The records of one outcome, in as many files as their size asks for. */
final class ResultFile {
  /** Step Functions begins another file at 5 GB, which is more than fits into an array. */
  private static final int MOST_BYTES = 64 << 20;

  private final ObjectStore store;
  private final String bucket;
  private final String stem;
  private final boolean lines;
  private final ArrayNode written = Json.array();
  private ByteArrayOutputStream content = new ByteArrayOutputStream();

  ResultFile(ObjectStore store, String bucket, String stem, boolean lines) {
    this.store = store;
    this.bucket = bucket;
    this.stem = stem;
    this.lines = lines;
  }

  void add(JsonNode record) throws ObjectStoreException {
    if (lines) {
      content.writeBytes(Json.bytes(record));
      content.write('\n');
    } else {
      content.write(content.size() == 0 ? '[' : ',');
      content.writeBytes(Json.bytes(record));
    }
    if (content.size() > MOST_BYTES) {
      write();
    }
  }

  ArrayNode finish() throws ObjectStoreException {
    if (content.size() > 0) {
      write();
    }
    return written;
  }

  private void write() throws ObjectStoreException {
    if (!lines) {
      content.write(']');
    }
    String key = stem + "_" + written.size() + (lines ? ".jsonl" : ".json");
    store.put(bucket, key, content.toByteArray());
    written.addObject().put("Key", key).put("Size", content.size());
    content = new ByteArrayOutputStream();
  }
}
