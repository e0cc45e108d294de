package mosaicmatch.bench.pools;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Vectors one behind the other, little-endian in single precision. */
public final class RawVectorFile {

  private RawVectorFile() {}

  /** Writes them all, or no file. */
  public static void write(Path file, float[][] vectors) throws IOException {
    var unfinished = file.resolveSibling(file.getFileName() + ".part");
    var buffer =
        ByteBuffer.allocate(vectors[0].length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (var channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (var vector : vectors) {
        buffer.clear().asFloatBuffer().put(vector);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
    }
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Reads so many, all of one dimension. */
  static float[][] read(Path file, int count) throws IOException {
    var components =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    var vectors = new float[count][components.remaining() / count];
    for (var vector : vectors) {
      components.get(vector);
    }
    return vectors;
  }
}
