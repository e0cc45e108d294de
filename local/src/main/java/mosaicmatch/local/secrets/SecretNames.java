package mosaicmatch.local.secrets;

/** The names of the secrets. */
public final class SecretNames {

  /** The keys that the trait service takes, with their scopes. */
  public static final String SIGNING_KEYS = "mosaicmatch/signing-keys";

  /** The key by which the functions sign. */
  public static final String BATCH_KEY = "mosaicmatch/batch-key";

  /** The key by which players' requests are signed. */
  public static final String PLAYER_KEY = "mosaicmatch/player-key";

  /** Nakama's http key. */
  public static final String NAKAMA_HTTP_KEY = "mosaicmatch/nakama-http-key";

  /**
   * The access key of the local AWS endpoints: {@code access_key_id} and {@code secret_access_key}.
   */
  public static final String ACCESS_KEY = "mosaicmatch/local-access-key";

  private SecretNames() {}
}
