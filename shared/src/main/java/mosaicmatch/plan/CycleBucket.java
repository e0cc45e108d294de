package mosaicmatch.plan;

import software.amazon.awssdk.services.s3.S3Client;

/** The plan store kept in S3. */
public final class CycleBucket {

  private CycleBucket() {}

  /** Opens a bucket; nothing is called yet. */
  public static PlanStore open(S3Client client, String bucket) {
    return new FiledPlans(new S3CycleFiles(client, bucket));
  }
}
