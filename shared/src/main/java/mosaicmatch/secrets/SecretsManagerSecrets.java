package mosaicmatch.secrets;

import java.time.InstantSource;
import mosaicmatch.aws.StoreCalls;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets in AWS Secrets Manager. */
public final class SecretsManagerSecrets implements Secrets {

  private final SecretsManagerClient client;

  private SecretsManagerSecrets(SecretsManagerClient client) {
    this.client = client;
  }

  /** Secrets read through a client, each kept for five minutes. */
  public static Secrets cached(SecretsManagerClient client, InstantSource clock) {
    return new CachedSecrets(new SecretsManagerSecrets(client), clock);
  }

  @Override
  public String text(String name) {
    try {
      var text =
          StoreCalls.call(
              "reading secret " + name,
              () -> client.getSecretValue(request -> request.secretId(name)).secretString());
      if (text == null) {
        throw new MissingSecretException(name, "a text");
      }
      return text;
    } catch (ResourceNotFoundException e) {
      throw new MissingSecretException(name, "a text, but is not there");
    }
  }
}
