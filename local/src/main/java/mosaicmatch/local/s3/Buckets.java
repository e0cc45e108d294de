package mosaicmatch.local.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The store's buckets, a folder each. */
final class Buckets {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private final Path folder;
  private final NavigableMap<String, Bucket> buckets = new ConcurrentSkipListMap<>();

  private Buckets(Path folder) {
    this.folder = folder;
  }

  /** Opens what is in the folder, which is made if it is not there. */
  static Buckets open(Path folder) throws IOException {
    Buckets all = new Buckets(folder);
    Files.createDirectories(folder);
    try (Stream<Path> folders = Files.list(folder).filter(Files::isDirectory)) {
      for (Path bucket : folders.toList()) {
        all.buckets.put(bucket.getFileName().toString(), Bucket.open(bucket));
      }
    }
    return all;
  }

  /**
   * The bucket of that name.
   *
   * @throws S3Error if there is none
   */
  Bucket get(String name) {
    Bucket bucket = buckets.get(name);
    if (bucket == null) {
      throw S3Error.noSuchBucket();
    }
    return bucket;
  }

  /**
   * Makes a bucket.
   *
   * @throws S3Error if the name is not one for buckets, or taken
   */
  synchronized void create(String name) throws IOException {
    if (!NAME.matcher(name).matches() || name.contains("..")) {
      throw S3Error.invalidBucketName();
    }
    if (buckets.containsKey(name)) {
      throw S3Error.bucketExists();
    }
    buckets.put(name, Bucket.open(folder.resolve(name)));
  }

  /**
   * Deletes an empty bucket.
   *
   * @throws S3Error if there is none, or it has objects
   */
  synchronized void delete(String name) throws IOException {
    Bucket bucket = get(name);
    if (!bucket.isEmpty()) {
      throw S3Error.bucketNotEmpty();
    }
    bucket.drop();
    buckets.remove(name);
  }

  /** All names, sorted. */
  List<String> names() {
    return List.copyOf(buckets.keySet());
  }
}
