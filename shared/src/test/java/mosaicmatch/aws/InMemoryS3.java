package mosaicmatch.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** S3's client over objects in memory: as much of it as the adapters call. */
public final class InMemoryS3 implements S3Client {

  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    try (var in = body.contentStreamProvider().newStream()) {
      objects.put(request.bucket() + "/" + request.key(), in.readAllBytes());
      return PutObjectResponse.builder().build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public <T> T getObject(
      GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
    byte[] object = objects.get(request.bucket() + "/" + request.key());
    if (object == null) {
      throw NoSuchKeyException.builder().statusCode(404).message("no such key").build();
    }
    try {
      return transformer.transform(
          GetObjectResponse.builder().contentLength((long) object.length).build(),
          AbortableInputStream.create(new ByteArrayInputStream(object)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
