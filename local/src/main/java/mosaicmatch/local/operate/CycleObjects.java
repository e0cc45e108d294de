package mosaicmatch.local.operate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mosaicmatch.aws.StoreCalls;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.BrokenFileException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of a cycle in the bucket, and their conditional replacement. */
final class CycleObjects {

  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;
  private static final int MAX_ROUNDS = 5;

  private final S3Client s3;
  private final String bucket;

  CycleObjects(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  List<String> keys(CycleId cycle) {
    return StoreCalls.call(
        "bucket: listing",
        () ->
            s3
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix("cycles/" + cycle + "/"))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList());
  }

  /**
   * Reads an object; the caller closes it.
   *
   * @throws NoSuchKeyException if it is gone
   */
  ResponseInputStream<GetObjectResponse> open(String key) {
    return StoreCalls.call(
        "bucket: reading " + key, () -> s3.getObject(get -> get.bucket(bucket).key(key)));
  }

  /**
   * Erases a person from an object: it is replaced only if it is still what was read.
   *
   * @param beforeChange called before the object is changed
   * @return true if it was changed
   */
  boolean erase(String key, FileErasure erasure, Runnable beforeChange) {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      try {
        return tryErase(key, erasure, beforeChange);
      } catch (NoSuchKeyException goneMeanwhile) {
        return false;
      } catch (S3Exception e) {
        if (e.statusCode() != PRECONDITION_FAILED && e.statusCode() != CONFLICT) {
          throw e;
        }
      }
    }
    throw new StoreUnavailableException("file " + key + " kept changing while it was rewritten");
  }

  private boolean tryErase(String key, FileErasure erasure, Runnable beforeChange) {
    try {
      var left = Files.createTempFile("mosaicmatch-", ".part");
      try (var object = open(key)) {
        var read = object.response();
        var ending = rewrite(erasure, key, object, left);
        if (ending == FileErasure.Ending.UNCHANGED) {
          return false;
        }
        beforeChange.run();
        if (ending == FileErasure.Ending.DELETED) {
          s3.deleteObject(delete -> delete.bucket(bucket).key(key));
        } else {
          StoreCalls.call(
              "bucket: writing " + key,
              () ->
                  s3.putObject(
                      put ->
                          put.bucket(bucket)
                              .key(key)
                              .ifMatch(read.eTag())
                              .contentType(read.contentType()),
                      left));
        }
        return true;
      } finally {
        Files.delete(left);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("rewriting " + key, e);
    }
  }

  private static FileErasure.Ending rewrite(
      FileErasure erasure, String key, InputStream object, Path left) {
    try {
      return erasure.rewrite(key, object, left);
    } catch (IOException e) {
      throw new BrokenFileException(key, "can't be read, and so not be rewritten", e);
    }
  }
}
