package mosaicmatch.traitservice.vectors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import mosaicmatch.pool.SeekerId;

/**
 * One vector in the file, little endian: int32 length of what follows the checksum, int32 CRC-32C
 * over that length and what follows, then uint8 id length, id, uint8 model length, model, 32 bytes
 * of text hash, float32 numbers.
 */
final class VectorRecord {

  static final int HEADER = 8;
  private static final int MAX_TEXT = 255;

  private VectorRecord() {}

  /** The most bytes a record can have, its header included. */
  static int maxLength(int dimensions) {
    return HEADER + 2 * (1 + MAX_TEXT) + TextHash.BYTES + dimensions * Float.BYTES;
  }

  static ByteBuffer write(StoredVector vector) {
    ByteBuffer out =
        ByteBuffer.allocate(maxLength(vector.values().length)).order(ByteOrder.LITTLE_ENDIAN);
    out.position(HEADER);
    putText(out, vector.id().value());
    putText(out, vector.model());
    out.put(vector.textHash().bytes());
    for (float value : vector.values()) {
      out.putFloat(value);
    }
    int length = out.position() - HEADER;
    out.putInt(0, length);
    out.putInt(Integer.BYTES, checksum(length, out.array(), HEADER));
    return out.flip();
  }

  /** Reads a record's payload, whose checksum has been checked. */
  static StoredVector read(byte[] payload, int dimensions) {
    ByteBuffer in = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    SeekerId id = new SeekerId(text(in));
    String model = text(in);
    byte[] hash = new byte[TextHash.BYTES];
    in.get(hash);
    float[] values = new float[dimensions];
    in.asFloatBuffer().get(values);
    return new StoredVector(id, model, TextHash.of(hash), values);
  }

  static int checksum(byte[] payload) {
    return checksum(payload.length, payload, 0);
  }

  private static int checksum(int length, byte[] bytes, int from) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(0, length));
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  private static void putText(ByteBuffer out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_TEXT) {
      throw new IllegalArgumentException("a name in the vector file is longer than 255 bytes");
    }
    out.put((byte) bytes.length).put(bytes);
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[Byte.toUnsignedInt(in.get())];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
