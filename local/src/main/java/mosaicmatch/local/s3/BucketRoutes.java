package mosaicmatch.local.s3;

import java.io.IOException;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.http.Reply;

/** What can be done with a bucket: make, find, list, delete, and delete many of its objects. */
final class BucketRoutes {

  private final Buckets buckets;

  BucketRoutes(Buckets buckets) {
    this.buckets = buckets;
  }

  /** All buckets. */
  Reply list() {
    Xml xml = new Xml().root("ListAllMyBucketsResult").open("Buckets");
    buckets.names().forEach(name -> xml.open("Bucket").element("Name", name).close("Bucket"));
    return xml(xml.close("Buckets").close("ListAllMyBucketsResult").toString());
  }

  Reply answer(Call call, String name) throws IOException {
    return switch (call.method()) {
      case "PUT" -> {
        buckets.create(name);
        yield Reply.empty(200).with("Location", "/" + name);
      }
      case "HEAD" -> {
        buckets.get(name);
        yield Reply.empty(200).with("x-amz-bucket-region", "us-east-1");
      }
      case "DELETE" -> {
        buckets.delete(name);
        yield Reply.empty(204);
      }
      case "GET" -> page(call, name);
      case "POST" -> deleteMany(call, name);
      default -> throw S3Error.methodNotAllowed();
    };
  }

  private Reply page(Call call, String name) {
    Bucket bucket = buckets.get(name);
    if (!"2".equals(call.query().get("list-type"))) {
      throw S3Error.notImplemented();
    }
    return xml(new Listing(call.query()).of(bucket).xml(name));
  }

  private Reply deleteMany(Call call, String name) throws IOException {
    Bucket bucket = buckets.get(name);
    if (!call.query().containsKey("delete")) {
      throw S3Error.notImplemented();
    }
    Deletion deletion = Deletion.read(call);
    Xml xml = new Xml().root("DeleteResult");
    for (String key : deletion.keys()) {
      bucket.delete(key);
      if (!deletion.quiet()) {
        xml.open("Deleted").element("Key", key).close("Deleted");
      }
    }
    return xml(xml.close("DeleteResult").toString());
  }

  static Reply xml(String document) {
    return Reply.of(200, "application/xml", document);
  }
}
