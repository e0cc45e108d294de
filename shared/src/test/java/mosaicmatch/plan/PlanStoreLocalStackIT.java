package mosaicmatch.plan;

import mosaicmatch.aws.LocalStack;
import mosaicmatch.aws.NeedsDocker;
import software.amazon.awssdk.core.sync.RequestBody;

@NeedsDocker
class PlanStoreLocalStackIT extends PlanStoreContract {

  private final String bucket = LocalStack.freshBucket();

  @Override
  PlanStore open() {
    return CycleBucket.open(LocalStack.s3(), bucket);
  }

  @Override
  void put(String key, String text) {
    LocalStack.s3()
        .putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(text));
  }
}
