package mosaicmatch.traitservice.vectors;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that only grows, or is cut back to an earlier end. */
interface AppendChannel extends Closeable {

  /** Opens a file at its end, making it if it is not there. */
  interface Opener {
    AppendChannel open(Path path) throws IOException;
  }

  /** Writes all of it at the end. */
  void write(ByteBuffer bytes) throws IOException;

  /** Waits until the disk has it. */
  void force() throws IOException;

  long size() throws IOException;

  void truncate(long size) throws IOException;

  /** The real thing. */
  static AppendChannel toFile(Path path) throws IOException {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    return new AppendChannel() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      }

      @Override
      public void force() throws IOException {
        file.force(false);
      }

      @Override
      public long size() throws IOException {
        return file.size();
      }

      @Override
      public void truncate(long size) throws IOException {
        file.truncate(size);
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }
}
