package mosaicmatch.traitservice.http;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mosaicmatch.traitservice.vectors.StoredVector;

/**
 * Vectors as bytes, little endian: {@code MMV1}, int32 count, int32 dimensions, then for each
 * uint16 id length, the id in UTF-8, and its float32 numbers.
 */
final class VectorFrames {

  private static final byte[] MAGIC = "MMV1".getBytes(StandardCharsets.US_ASCII);

  private VectorFrames() {}

  static byte[] of(List<StoredVector> vectors, int dimensions) {
    List<byte[]> ids =
        vectors.stream().map(v -> v.id().value().getBytes(StandardCharsets.UTF_8)).toList();
    int idBytes = ids.stream().mapToInt(id -> id.length).sum();
    int each = Short.BYTES + dimensions * Float.BYTES;
    ByteBuffer out =
        ByteBuffer.allocate(MAGIC.length + 2 * Integer.BYTES + vectors.size() * each + idBytes)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).putInt(vectors.size()).putInt(dimensions);
    for (int i = 0; i < vectors.size(); i++) {
      out.putShort((short) ids.get(i).length).put(ids.get(i));
      for (float value : vectors.get(i).values()) {
        out.putFloat(value);
      }
    }
    return out.array();
  }
}
