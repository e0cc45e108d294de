package mosaicmatch.traitservice.vectors;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads a vector file from the beginning. Writes are forced to disk one by one, so a crash leaves
 * at most the last record unfinished; damage before that is no crash's work and is not passed over.
 */
final class VectorFileReader {

  /** What a reading found: records, and whether an unfinished one came last. */
  record Reading(int records, boolean torn) {}

  private final Path path;
  private final int dimensions;

  VectorFileReader(Path path, int dimensions) {
    this.path = path;
    this.dimensions = dimensions;
  }

  Reading readInto(Consumer<StoredVector> vectors) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      long left = Files.size(path) - checkedHeader(in);
      int records = 0;
      while (left > 0) {
        byte[] payload = payload(in, left);
        if (payload.length == 0) {
          return new Reading(records, true);
        }
        vectors.accept(vector(payload));
        records++;
        left -= VectorRecord.HEADER + payload.length;
      }
      return new Reading(records, false);
    }
  }

  private int checkedHeader(InputStream in) throws IOException {
    byte[] expected = VectorFile.header(dimensions);
    byte[] found = in.readNBytes(expected.length);
    if (!Arrays.equals(found, expected)) {
      throw new VectorFileBrokenException(
          path + " does not begin like a vector file of " + dimensions + " dimensions");
    }
    return expected.length;
  }

  /** A record's payload; empty if it is the last one and unfinished. */
  private byte[] payload(InputStream in, long left) throws IOException {
    ByteBuffer header =
        ByteBuffer.wrap(in.readNBytes(VectorRecord.HEADER)).order(ByteOrder.LITTLE_ENDIAN);
    int length = header.remaining() < VectorRecord.HEADER ? 0 : header.getInt();
    int max = VectorRecord.maxLength(dimensions) - VectorRecord.HEADER;
    byte[] payload = length > 0 && length <= max ? in.readNBytes(length) : new byte[0];
    if (payload.length > 0
        && payload.length == length
        && header.getInt() == VectorRecord.checksum(payload)) {
      return payload;
    }
    if (left > VectorRecord.maxLength(dimensions) || isFollowed(length, max, left)) {
      throw new VectorFileBrokenException(path + " is damaged " + left + " bytes before its end");
    }
    return new byte[0];
  }

  /** Whether a record of a credible length ends before the file does. */
  private static boolean isFollowed(int length, int max, long left) {
    return length > 0 && length <= max && VectorRecord.HEADER + length < left;
  }

  private StoredVector vector(byte[] payload) {
    try {
      return VectorRecord.read(payload, dimensions);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new VectorFileBrokenException(path + " holds a record of another form", e);
    }
  }
}
