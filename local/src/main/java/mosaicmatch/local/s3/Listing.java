package mosaicmatch.local.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One page of a bucket's objects, by ListObjectsV2. */
final class Listing {

  private static final int MAX_KEYS = 1000;

  private final Map<String, String> query;
  private final String prefix;
  private final String delimiter;
  private final int maxKeys;
  private final List<ObjectInfo> objects = new ArrayList<>();
  private final List<String> commonPrefixes = new ArrayList<>();
  private Optional<String> next = Optional.empty();

  /**
   * Reads what is asked for.
   *
   * @throws S3Error if a parameter is wrong
   */
  Listing(Map<String, String> query) {
    this.query = query;
    prefix = query.getOrDefault("prefix", "");
    delimiter = query.getOrDefault("delimiter", "");
    maxKeys = maxKeys(query.getOrDefault("max-keys", "" + MAX_KEYS));
  }

  private static int maxKeys(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw S3Error.invalidArgument("max-keys must be a number, not negative");
    }
    return Math.min(MAX_KEYS, Integer.parseInt(text));
  }

  /** Takes the page out of a bucket. */
  Listing of(Bucket bucket) {
    String after = after();
    String last = "";
    for (ObjectInfo object : bucket.from(later(after, prefix))) {
      if (!object.key().startsWith(prefix)) {
        break;
      }
      String entry = entry(object.key());
      boolean seen = entry.equals(after) || (!entry.equals(object.key()) && entry.equals(last));
      if (seen) {
        continue;
      }
      if (objects.size() + commonPrefixes.size() == maxKeys) {
        next = maxKeys == 0 ? Optional.empty() : Optional.of(last);
        break;
      }
      last = entry;
      add(object, entry);
    }
    return this;
  }

  private void add(ObjectInfo object, String entry) {
    if (entry.equals(object.key())) {
      objects.add(object);
    } else {
      commonPrefixes.add(entry);
    }
  }

  private static String later(String one, String other) {
    return Bucket.KEY_ORDER.compare(one, other) > 0 ? one : other;
  }

  /** The key itself, or the common prefix that stands for it. */
  private String entry(String key) {
    int cut = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
    return cut < 0 ? key : key.substring(0, cut + delimiter.length());
  }

  private String after() {
    String token = query.get("continuation-token");
    if (token == null) {
      return query.getOrDefault("start-after", "");
    }
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw S3Error.invalidArgument("The continuation token provided is incorrect");
    }
  }

  private static String token(String last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }

  /** The page as S3 writes it. */
  String xml(String bucket) {
    Xml xml = new Xml().root("ListBucketResult").element("Name", bucket);
    xml.element("Prefix", shown(prefix)).element("MaxKeys", maxKeys);
    xml.element("KeyCount", objects.size() + commonPrefixes.size());
    xml.element("IsTruncated", next.isPresent());
    echo(xml, "delimiter", "Delimiter");
    echo(xml, "start-after", "StartAfter");
    if (query.containsKey("continuation-token")) {
      xml.element("ContinuationToken", query.get("continuation-token"));
    }
    if (query.containsKey("encoding-type")) {
      xml.element("EncodingType", "url");
    }
    next.ifPresent(last -> xml.element("NextContinuationToken", token(last)));
    objects.forEach(object -> contents(xml, object));
    commonPrefixes.forEach(
        common ->
            xml.open("CommonPrefixes").element("Prefix", shown(common)).close("CommonPrefixes"));
    return xml.close("ListBucketResult").toString();
  }

  private void echo(Xml xml, String parameter, String element) {
    if (query.containsKey(parameter)) {
      xml.element(element, shown(query.get(parameter)));
    }
  }

  private void contents(Xml xml, ObjectInfo object) {
    xml.open("Contents").element("Key", shown(object.key()));
    xml.element("LastModified", Instant.ofEpochMilli(object.modifiedAt()));
    xml.element("ETag", object.etag()).element("Size", object.size());
    xml.element("StorageClass", "STANDARD").close("Contents");
  }

  private String shown(String text) {
    return query.containsKey("encoding-type")
        ? URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/").replace("+", "%20")
        : text;
  }
}
