package mosaicmatch.local.gate;

/**
 * What a caller shows.
 *
 * @param accessKeyId the access key id
 * @param secretAccessKey the secret access key; clients sign with it, the gate does not check that
 */
public record CallerKey(String accessKeyId, String secretAccessKey) {

  @Override
  public String toString() {
    return "CallerKey[hidden]";
  }
}
