package mosaicmatch.local.s3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.http.Service;

/** The store's protocol: who may, which bucket, which object; errors as XML. */
final class S3Service implements Service {

  private static final int MAX_KEY_BYTES = 1024;

  /** Sub-resources that would change what a request means; the store has none of them. */
  private static final Set<String> SUB_RESOURCES =
      Set.of(
          "acl",
          "attributes",
          "cors",
          "encryption",
          "legal-hold",
          "lifecycle",
          "location",
          "logging",
          "notification",
          "object-lock",
          "partNumber",
          "policy",
          "restore",
          "retention",
          "select",
          "tagging",
          "torrent",
          "uploadId",
          "uploads",
          "versionId",
          "versioning",
          "versions",
          "website");

  private final Buckets buckets;
  private final AccessKey accessKey;
  private final BucketRoutes bucketRoutes;
  private final ObjectRoutes objectRoutes;

  S3Service(Buckets buckets, AccessKey accessKey, InstantSource clock) {
    this.buckets = buckets;
    this.accessKey = accessKey;
    bucketRoutes = new BucketRoutes(buckets);
    objectRoutes = new ObjectRoutes(clock);
  }

  @Override
  public Reply answer(Call call) throws IOException {
    try {
      return route(call).with("x-amz-request-id", UUID.randomUUID().toString());
    } catch (S3Error refused) {
      return Reply.of(refused.status(), "application/xml", xml(refused));
    }
  }

  private static String xml(S3Error refused) {
    return new Xml()
        .open("Error")
        .element("Code", refused.code())
        .element("Message", refused.getMessage())
        .element("RequestId", UUID.randomUUID())
        .close("Error")
        .toString();
  }

  private Reply route(Call call) throws IOException {
    if (!accessKey.opens(call)) {
      throw S3Error.accessDenied();
    }
    if (call.query().keySet().stream().anyMatch(SUB_RESOURCES::contains)) {
      throw S3Error.notImplemented();
    }
    String path = call.rawPath().substring(1);
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    String key = slash < 0 ? "" : key(path.substring(slash + 1));
    if (bucket.isEmpty()) {
      return bucketRoutes.list();
    }
    return key.isEmpty()
        ? bucketRoutes.answer(call, bucket)
        : objectRoutes.answer(call, buckets.get(bucket), key);
  }

  private static String key(String rawKey) {
    String key = Call.decoded(rawKey);
    if (key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
      throw S3Error.keyTooLong();
    }
    return key;
  }
}
