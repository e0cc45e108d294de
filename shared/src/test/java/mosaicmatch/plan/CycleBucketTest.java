package mosaicmatch.plan;

import mosaicmatch.aws.InMemoryS3;
import software.amazon.awssdk.core.sync.RequestBody;

class CycleBucketTest extends PlanStoreContract {

  private static final String BUCKET = "mosaicmatch-cycles";

  private final InMemoryS3 s3 = new InMemoryS3();

  @Override
  PlanStore open() {
    return CycleBucket.open(s3, BUCKET);
  }

  @Override
  void put(String key, String text) {
    s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(text));
  }
}
