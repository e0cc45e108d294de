package mosaicmatch.local.gate;

import java.util.List;
import java.util.Map;
import mosaicmatch.local.http.Call;

/**
 * S3: an action for a bucket or an object, told from method, path and query (S3 user guide,
 * "Required permissions for Amazon S3 API operations"). The body is left alone; deleting many
 * objects therefore asks for all objects of the bucket, which is more than S3 asks for.
 */
final class S3Demands implements Demands {

  private static final Map<String, String> OF_BUCKETS =
      Map.of(
          "PUT", "s3:CreateBucket",
          "HEAD", "s3:ListBucket",
          "GET", "s3:ListBucket",
          "DELETE", "s3:DeleteBucket");
  private static final Map<String, String> OF_OBJECTS =
      Map.of(
          "PUT", "s3:PutObject",
          "POST", "s3:PutObject",
          "GET", "s3:GetObject",
          "HEAD", "s3:GetObject",
          "DELETE", "s3:DeleteObject");

  @Override
  public Asked read(Call call) {
    String path = call.rawPath().substring(1);
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    String key = slash < 0 ? "" : Call.decoded(path.substring(slash + 1));
    return new Asked(call, List.of(demand(call, bucket, key)));
  }

  private static Demand demand(Call call, String bucket, String key) {
    if (bucket.isEmpty()) {
      return new Demand("s3:ListAllMyBuckets", "*");
    }
    return key.isEmpty()
        ? ofBucket(call, bucket)
        : new Demand(ofObject(call), bucketArn(bucket) + "/" + key);
  }

  private static Demand ofBucket(Call call, String bucket) {
    if (call.method().equals("POST")) {
      return new Demand("s3:DeleteObject", bucketArn(bucket) + "/*");
    }
    if (call.query().containsKey("uploads")) {
      return new Demand("s3:ListBucketMultipartUploads", bucketArn(bucket));
    }
    return new Demand(named(OF_BUCKETS, call), bucketArn(bucket));
  }

  private static String ofObject(Call call) {
    if (call.query().containsKey("uploadId")) {
      return switch (call.method()) {
        case "GET" -> "s3:ListMultipartUploadParts";
        case "DELETE" -> "s3:AbortMultipartUpload";
        default -> "s3:PutObject";
      };
    }
    return named(OF_OBJECTS, call);
  }

  private static String named(Map<String, String> actions, Call call) {
    return actions.getOrDefault(call.method(), "s3:" + call.method());
  }

  /**
   * What decides whether somebody who may read an object is told that it is missing (S3 API
   * reference, "GetObject": without s3:ListBucket a missing object is forbidden).
   */
  static Demand toKnowWhatIsMissing(Call call) {
    return new Demand("s3:ListBucket", bucketArn(call.rawPath().split("/", 3)[1]));
  }

  private static String bucketArn(String bucket) {
    return "arn:aws:s3:::" + bucket;
  }
}
