package mosaicmatch.pairing.tiles;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import mosaicmatch.plan.BrokenFileException;

/** Reads what a {@link ListWriter} wrote, one row at a time. */
final class ListReader {

  private final Tile tile;
  private final CheckedInputStream checked;
  private final DataInputStream in;

  ListReader(Tile tile, InputStream stream) {
    this.tile = tile;
    checked = new CheckedInputStream(new BufferedInputStream(stream, 1 << 16), new CRC32C());
    in = new DataInputStream(checked);
  }

  /** Takes the rows as they are read; what was read counts only when the whole file was. */
  @FunctionalInterface
  interface Sink {

    /**
     * A seeker's candidates.
     *
     * @param number of the seeker, in the whole pool
     */
    void row(int number, RankedList list);
  }

  void readAll(Sink sink) throws IOException {
    try {
      header();
      for (int row = 0; row < tile.rows(); row++) {
        sink.row(tile.number(row), row(row));
      }
      int sum = (int) checked.getChecksum().getValue();
      require(bytes(Integer.BYTES).getInt() == sum, "has a wrong checksum");
      require(in.read() < 0, "goes on after its last row");
    } catch (EOFException e) {
      throw new BrokenFileException(tile.listsKey(), "breaks off", e);
    }
  }

  private void header() throws IOException {
    var header = bytes(ListWriter.MAGIC.length + 2 * Integer.BYTES);
    byte[] magic = new byte[ListWriter.MAGIC.length];
    header.get(magic);
    require(Arrays.equals(magic, ListWriter.MAGIC), "is no list of candidates");
    require(header.getInt() == tile.candidates(), "keeps another number of candidates");
    require(header.getInt() == tile.rows(), "is of another number of seekers");
  }

  private RankedList row(int row) throws IOException {
    var head = bytes(2 * Integer.BYTES);
    int count = head.getInt();
    float floor = head.getFloat();
    require(count >= 0 && count <= tile.candidates(), "has a wrong count");
    var body = bytes(2 * Integer.BYTES * count);
    var numbers = new int[count];
    var values = new float[count];
    body.asIntBuffer().get(numbers);
    body.position(Integer.BYTES * count);
    body.asFloatBuffer().get(values);
    var block = tile.opposite(row);
    require(Arrays.stream(numbers).allMatch(block::holds), "names nobody of its block");
    require(isFalling(values) && !Float.isNaN(floor), "has values out of order");
    return new RankedList(numbers, values, floor);
  }

  private static boolean isFalling(float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i]) || (i > 0 && values[i] > values[i - 1])) {
        return false;
      }
    }
    return true;
  }

  private ByteBuffer bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new BrokenFileException(tile.listsKey(), otherwise);
    }
  }
}
