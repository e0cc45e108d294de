package mosaicmatch.local.s3;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A bucket: one file per object, named by the SHA-256 of its key, so that no key can leave the
 * folder, whatever it holds, on file systems with or without case. The keys are kept sorted in
 * memory for listings; every read goes to the file.
 */
final class Bucket {

  /** The order of a listing: by the keys' bytes in UTF-8. */
  static final Comparator<String> KEY_ORDER =
      Comparator.comparing(Bucket::utf8, Arrays::compareUnsigned);

  private static final String SUFFIX = ".object";

  private final Path folder;
  private final Path objects;
  private final Path incoming;
  private final NavigableMap<String, ObjectInfo> index = new ConcurrentSkipListMap<>(KEY_ORDER);

  private Bucket(Path folder) {
    this.folder = folder;
    this.objects = folder.resolve("objects");
    this.incoming = folder.resolve("incoming");
  }

  /** Opens a bucket's folder, or makes it; what an interrupted upload left is swept away. */
  static Bucket open(Path folder) throws IOException {
    Bucket bucket = new Bucket(folder);
    Files.createDirectories(bucket.objects);
    Files.createDirectories(bucket.incoming);
    for (Path left : files(bucket.incoming)) {
      Files.delete(left);
    }
    for (Path file : files(bucket.objects)) {
      try (ObjectFile object = ObjectFile.open(file)) {
        bucket.index.put(object.info().key(), object.info());
      }
    }
    return bucket;
  }

  /** What fills an object's file. */
  interface Content {

    /** Writes the object's bytes and says what they are. */
    ObjectInfo writeTo(OutputStream out) throws IOException;
  }

  /**
   * Stores an object, wholly or not at all.
   *
   * @param allowed whether what is there now may be replaced; asked at the moment of truth
   * @throws S3Error if it may not
   */
  ObjectInfo put(String key, Content content, Predicate<Optional<ObjectInfo>> allowed)
      throws IOException {
    Path temporary = Files.createTempFile(incoming, "put", SUFFIX);
    try {
      ObjectInfo info = write(temporary, content);
      synchronized (this) {
        if (!allowed.test(info(key))) {
          throw S3Error.preconditionFailed();
        }
        Files.move(
            temporary,
            file(key),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        index.put(key, info);
      }
      return info;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static ObjectInfo write(Path file, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
      ObjectInfo info = content.writeTo(out);
      ObjectFile.finish(out, info);
      out.flush();
      channel.force(true);
      return info;
    }
  }

  /**
   * Opens an object; the caller closes it.
   *
   * @throws S3Error if there is none
   */
  ObjectFile get(String key) throws IOException {
    try {
      return ObjectFile.open(file(key));
    } catch (NoSuchFileException e) {
      throw S3Error.noSuchKey();
    }
  }

  /** Deletes an object, if it is there. */
  synchronized void delete(String key) throws IOException {
    Files.deleteIfExists(file(key));
    index.remove(key);
  }

  /** The objects whose keys are not less than this one, by the bytes of their keys. */
  Iterable<ObjectInfo> from(String key) {
    return index.tailMap(key, true).values();
  }

  boolean isEmpty() {
    return index.isEmpty();
  }

  /** Deletes an empty bucket's folders. */
  void drop() throws IOException {
    Files.delete(objects);
    Files.delete(incoming);
    Files.delete(folder);
  }

  private Optional<ObjectInfo> info(String key) {
    return Optional.ofNullable(index.get(key));
  }

  private Path file(String key) {
    ContentDigest digest = ContentDigest.hash("SHA-256");
    byte[] bytes = utf8(key);
    digest.update(bytes, 0, bytes.length);
    return objects.resolve(digest.hex() + SUFFIX);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
