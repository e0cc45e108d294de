package mosaicmatch.plan;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import mosaicmatch.pool.SeekerId;

/**
 * Vectors in binary: {@code MMV1}, int32 count, int32 dimensions, then per vector a uint16 length
 * of the id, the id in UTF-8, and float32 components; all little endian.
 */
public final class VectorFile {

  /** The media type over HTTP. */
  public static final String MEDIA_TYPE = "application/octet-stream";

  private static final byte[] MAGIC = "MMV1".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_VECTORS = 2_000_000;
  private static final int MAX_DIMENSIONS = 16_384;
  private static final int MAX_ID_BYTES = 128;

  private VectorFile() {}

  /**
   * Writes vectors in the map's order, without closing the stream.
   *
   * @throws IllegalArgumentException if they are not all of one dimension
   */
  public static void write(Map<SeekerId, float[]> vectors, OutputStream out) throws IOException {
    int dimensions = vectors.values().stream().mapToInt(v -> v.length).findFirst().orElse(0);
    out.write(MAGIC);
    byte[] shape = new byte[2 * Integer.BYTES];
    ByteBuffer.wrap(shape).order(ByteOrder.LITTLE_ENDIAN).putInt(vectors.size()).putInt(dimensions);
    out.write(shape);
    for (var vector : vectors.entrySet()) {
      if (vector.getValue().length != dimensions) {
        throw new IllegalArgumentException("vectors must all be of one dimension");
      }
      out.write(record(vector.getKey(), vector.getValue()));
    }
  }

  private static byte[] record(SeekerId id, float[] vector) {
    byte[] name = id.value().getBytes(StandardCharsets.UTF_8);
    byte[] record = new byte[2 + name.length + Float.BYTES * vector.length];
    ByteBuffer.wrap(record)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) name.length)
        .put(name)
        .asFloatBuffer()
        .put(vector);
    return record;
  }

  /**
   * Reads vectors in the order in which they were written, without closing the stream.
   *
   * @throws IOException if the stream breaks off, or holds something else
   */
  public static Map<SeekerId, float[]> read(InputStream stream) throws IOException {
    var in = new DataInputStream(stream);
    var header = littleEndian(in, 12);
    byte[] magic = new byte[MAGIC.length];
    header.get(magic);
    require(Arrays.equals(magic, MAGIC), "is no vector file");
    int count = header.getInt();
    int dimensions = header.getInt();
    require(count >= 0 && count <= MAX_VECTORS, "has a wrong count");
    require(dimensions >= 0 && dimensions <= MAX_DIMENSIONS, "has a wrong dimension");
    var vectors = new LinkedHashMap<SeekerId, float[]>();
    for (int i = 0; i < count; i++) {
      require(vectors.put(id(in), vector(in, dimensions)) == null, "names a seeker twice");
    }
    require(in.read() < 0, "goes on after its last vector");
    return vectors;
  }

  private static SeekerId id(DataInputStream in) throws IOException {
    int length = Short.toUnsignedInt(littleEndian(in, 2).getShort());
    require(length <= MAX_ID_BYTES, "has a wrong length of an id");
    try {
      return new SeekerId(new String(exactly(in, length), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new WrongContentsException("has a wrong id", e);
    }
  }

  private static float[] vector(DataInputStream in, int dimensions) throws IOException {
    var vector = new float[dimensions];
    littleEndian(in, Float.BYTES * dimensions).asFloatBuffer().get(vector);
    return vector;
  }

  private static ByteBuffer littleEndian(DataInputStream in, int bytes) throws IOException {
    return ByteBuffer.wrap(exactly(in, bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] exactly(DataInputStream in, int bytes) throws IOException {
    byte[] read = in.readNBytes(bytes);
    if (read.length < bytes) {
      throw new WrongContentsException("breaks off");
    }
    return read;
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new WrongContentsException(otherwise);
    }
  }
}
