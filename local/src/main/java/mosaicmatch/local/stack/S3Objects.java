package mosaicmatch.local.stack;

import aslengine.object.ObjectStore;
import aslengine.object.ObjectStoreException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The engine's objects: the local S3 store. */
final class S3Objects implements ObjectStore {

  private final S3Client s3;

  S3Objects(S3Client s3) {
    this.s3 = s3;
  }

  @Override
  public InputStream get(String bucket, String key) throws ObjectStoreException {
    try {
      return s3.getObject(request -> request.bucket(bucket).key(key));
    } catch (SdkException e) {
      throw new ObjectStoreException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void put(String bucket, String key, byte[] content) throws ObjectStoreException {
    try {
      s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(content));
    } catch (SdkException e) {
      throw new ObjectStoreException(String.valueOf(e.getMessage()), e);
    }
  }
}
