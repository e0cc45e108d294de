package mosaicmatch.plan;

import java.io.InputStream;
import java.nio.file.Path;
import mosaicmatch.aws.StoreCalls;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Files in one S3 bucket. */
final class S3CycleFiles implements CycleFiles {

  private final S3Client client;
  private final String bucket;

  S3CycleFiles(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public void put(String key, Path file) {
    StoreCalls.call(
        "bucket: writing " + key,
        () ->
            client.putObject(
                put -> put.bucket(bucket).key(key).contentType(contentType(key)), file));
  }

  /** So that a browser shows a report rather than saving it. */
  private static String contentType(String key) {
    var ending = key.substring(key.lastIndexOf('.') + 1);
    return switch (ending) {
      case "html" -> "text/html; charset=utf-8";
      case "json" -> "application/json";
      default -> "application/octet-stream";
    };
  }

  @Override
  public InputStream open(String key) {
    try {
      return StoreCalls.call(
          "bucket: reading " + key, () -> client.getObject(get -> get.bucket(bucket).key(key)));
    } catch (NoSuchKeyException e) {
      throw new MissingFileException(key, e);
    }
  }
}
