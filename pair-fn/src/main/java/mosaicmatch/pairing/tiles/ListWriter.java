package mosaicmatch.pairing.tiles;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Writes the candidates that a tile found: {@code MMT1}, int32 candidates kept for each row, int32
 * rows; then per row int32 count, float32 floor, the candidates' numbers as int32, their values as
 * float32, both by falling value; at the end an int32 CRC-32C of all that. All little endian. Rows
 * are in the order of {@link Tile#number}. A floor of minus infinity says that nobody is missing.
 */
final class ListWriter {

  static final byte[] MAGIC = "MMT1".getBytes(StandardCharsets.US_ASCII);

  private final CheckedOutputStream out;

  ListWriter(OutputStream stream, int candidates, int rows) throws IOException {
    out = new CheckedOutputStream(stream, new CRC32C());
    out.write(MAGIC);
    var shape = new byte[2 * Integer.BYTES];
    littleEndian(shape).putInt(candidates).putInt(rows);
    out.write(shape);
  }

  /** Writes a tile's rows. */
  @FunctionalInterface
  interface Contents {
    void to(ListWriter writer) throws IOException;
  }

  void row(RankedList list) throws IOException {
    var bytes = new byte[2 * Integer.BYTES * (1 + list.size())];
    var row = littleEndian(bytes);
    row.putInt(list.size()).putFloat(list.floor());
    for (int place = 0; place < list.size(); place++) {
      row.putInt(list.number(place));
    }
    for (int place = 0; place < list.size(); place++) {
      row.putFloat(list.value(place));
    }
    out.write(bytes);
  }

  /** Ends the file, without closing the stream. */
  void end() throws IOException {
    var sum = new byte[Integer.BYTES];
    littleEndian(sum).putInt((int) out.getChecksum().getValue());
    out.write(sum);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
