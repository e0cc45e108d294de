package mosaicmatch.local.s3;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.http.Reply;

/** What can be done with one object: put, get, head, delete. */
final class ObjectRoutes {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final List<String> KEPT_FIELDS =
      List.of(
          "content-type", "content-disposition", "content-language", "cache-control", "expires");
  private static final String USER_METADATA = "x-amz-meta-";

  private final InstantSource clock;

  ObjectRoutes(InstantSource clock) {
    this.clock = clock;
  }

  Reply answer(Call call, Bucket bucket, String key) throws IOException {
    return switch (call.method()) {
      case "PUT" -> put(call, bucket, key);
      case "GET", "HEAD" -> get(call, bucket, key);
      case "DELETE" -> delete(bucket, key);
      default -> throw S3Error.methodNotAllowed();
    };
  }

  private Reply put(Call call, Bucket bucket, String key) throws IOException {
    if (call.header("x-amz-copy-source").isPresent()) {
      throw S3Error.notImplemented();
    }
    Upload upload = new Upload(call);
    ObjectInfo stored =
        bucket.put(key, out -> receive(call, upload, key, out), replacementRule(call));
    return withChecksums(Reply.empty(200).with("ETag", stored.etag()), stored);
  }

  private ObjectInfo receive(Call call, Upload upload, String key, OutputStream out)
      throws IOException {
    Upload.Received received = upload.copyTo(out);
    return new ObjectInfo(
        key,
        received.size(),
        received.md5(),
        clock.millis(),
        keptFields(call),
        received.checksums());
  }

  private static Predicate<Optional<ObjectInfo>> replacementRule(Call call) {
    Optional<String> noneMatch = call.header("if-none-match");
    Optional<String> match = call.header("if-match");
    if (noneMatch.isPresent() && !noneMatch.get().equals("*")) {
      throw S3Error.notImplemented();
    }
    return present -> {
      if (match.isPresent() && present.isEmpty()) {
        throw S3Error.noSuchKey();
      }
      return !(noneMatch.isPresent() && present.isPresent())
          && match.map(etags -> matches(etags, present.orElseThrow())).orElse(true);
    };
  }

  private static boolean matches(String etags, ObjectInfo object) {
    return List.of(etags.split("\\s*,\\s*", -1)).stream()
        .anyMatch(
            etag -> etag.equals("*") || etag.equals(object.etag()) || etag.equals(object.md5()));
  }

  private static Map<String, String> keptFields(Call call) {
    Map<String, String> kept = new LinkedHashMap<>();
    call.headers()
        .forEach(
            (name, value) -> {
              if (KEPT_FIELDS.contains(name) || name.startsWith(USER_METADATA)) {
                kept.put(name, value);
              }
            });
    call.header("content-encoding")
        .map(ObjectRoutes::withoutAwsChunked)
        .filter(rest -> !rest.isEmpty())
        .ifPresent(rest -> kept.put("content-encoding", rest));
    return kept;
  }

  private static String withoutAwsChunked(String encodings) {
    return encodings.replaceAll("aws-chunked\\s*,?\\s*", "").strip();
  }

  private Reply get(Call call, Bucket bucket, String key) throws IOException {
    ObjectFile file = bucket.get(key);
    try {
      return answerWith(call, file);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static Reply answerWith(Call call, ObjectFile file) throws IOException {
    ObjectInfo object = file.info();
    if (call.header("if-match").filter(etags -> !matches(etags, object)).isPresent()) {
      throw S3Error.preconditionFailed();
    }
    if (call.header("if-none-match").filter(etags -> matches(etags, object)).isPresent()) {
      file.close();
      return Reply.empty(304).with("ETag", object.etag());
    }
    Optional<ByteRange> range =
        call.header("range").flatMap(field -> ByteRange.parse(field, object.size()));
    Reply reply = described(object, file, range);
    boolean checksumsAsked = call.header("x-amz-checksum-mode").isPresent() && range.isEmpty();
    return checksumsAsked ? withChecksums(reply, object) : reply;
  }

  private static Reply described(ObjectInfo object, ObjectFile file, Optional<ByteRange> range) {
    ByteRange part = range.orElse(new ByteRange(0, object.size()));
    Map<String, String> fields = new LinkedHashMap<>(object.headers());
    fields.putIfAbsent("content-type", "application/octet-stream");
    fields.put("ETag", object.etag());
    fields.put("Last-Modified", HTTP_DATE.format(Instant.ofEpochMilli(object.modifiedAt())));
    fields.put("Accept-Ranges", "bytes");
    range.ifPresent(r -> fields.put("Content-Range", r.contentRange(object.size())));
    return new Reply(range.isPresent() ? 206 : 200, fields, new Part(file, part));
  }

  private static Reply withChecksums(Reply reply, ObjectInfo object) {
    Reply more = reply;
    for (Map.Entry<ChecksumAlgorithm, String> sum : object.checksums().entrySet()) {
      more = more.with(sum.getKey().field(), sum.getValue());
    }
    return object.checksums().isEmpty() ? more : more.with("x-amz-checksum-type", "FULL_OBJECT");
  }

  private static Reply delete(Bucket bucket, String key) throws IOException {
    bucket.delete(key);
    return Reply.empty(204);
  }

  /** A part of an object's bytes; the file is closed with the reply. */
  private record Part(ObjectFile file, ByteRange range) implements Reply.Body {
    @Override
    public long length() {
      return range.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      file.copy(range.from(), range.length(), out);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
