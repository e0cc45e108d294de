package mosaicmatch.local.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * An object's file: its bytes, then its {@link ObjectInfo} as JSON, then the length of that JSON
 * and a mark. So one rename puts bytes and info in place together, and bytes are written in one
 * pass.
 */
final class ObjectFile implements Closeable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectReader INFO =
      JSON.readerFor(ObjectInfo.class)
          .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int MARK = 0x4D4F5333;
  private static final int TAIL = 2 * Integer.BYTES;
  private static final int MAX_INFO = 64 * 1024;

  private final FileChannel channel;
  private final ObjectInfo info;

  private ObjectFile(FileChannel channel, ObjectInfo info) {
    this.channel = channel;
    this.info = info;
  }

  /** Ends a file that holds the object's bytes already. */
  static void finish(OutputStream out, ObjectInfo info) throws IOException {
    byte[] json = JSON.writeValueAsBytes(info);
    out.write(json);
    out.write(ByteBuffer.allocate(TAIL).putInt(json.length).putInt(MARK).array());
  }

  /**
   * Opens an object's file; it stays readable even when the object is replaced or deleted.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   * @throws IOException if it is damaged
   */
  static ObjectFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new ObjectFile(channel, readInfo(channel, file));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  ObjectInfo info() {
    return info;
  }

  /** Copies a part of the object's bytes. */
  void copy(long from, long length, OutputStream out) throws IOException {
    WritableByteChannel target = Channels.newChannel(out);
    for (long done = 0; done < length; ) {
      long moved = channel.transferTo(from + done, length - done, target);
      if (moved <= 0) {
        throw new IOException("an object's file is shorter than its info says");
      }
      done += moved;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static ObjectInfo readInfo(FileChannel channel, Path file) throws IOException {
    long end = channel.size() - TAIL;
    ByteBuffer tail = end < 0 ? ByteBuffer.allocate(TAIL) : read(channel, end, TAIL);
    int length = tail.getInt();
    if (tail.getInt() != MARK || length < 0 || length > Math.min(end, MAX_INFO)) {
      throw notAnObject(file);
    }
    try {
      return Optional.<ObjectInfo>ofNullable(
              INFO.readValue(read(channel, end - length, length).array()))
          .filter(info -> info.size() == end - length)
          .orElseThrow(() -> notAnObject(file));
    } catch (JsonProcessingException | CharConversionException e) {
      throw notAnObject(file);
    }
  }

  private static IOException notAnObject(Path file) {
    return new IOException("not an object's file: " + file.getFileName());
  }

  private static ByteBuffer read(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
      // a read may give less than was asked for
    }
    return bytes.flip();
  }
}
