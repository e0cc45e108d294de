package mosaicmatch.local.secrets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mosaicmatch.local.home.JsonFile;
import mosaicmatch.local.home.OwnerOnly;

/**
 * The secrets of a local system, by name. They are made up at first start and kept in a file that
 * only its owner may read; nothing here prints them.
 */
public final class LocalSecrets {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Map<String, String> byName;

  private LocalSecrets(Map<String, String> byName) {
    this.byName = Map.copyOf(byName);
  }

  /**
   * Reads the file, or makes it with new secrets. A file that others may read is closed to them.
   *
   * @param file where the secrets are kept
   * @param random what new secrets are made of
   * @throws IOException if the file cannot be read or made, or holds no secrets
   */
  public static LocalSecrets open(Path file, SecureRandom random) throws IOException {
    if (Files.exists(file)) {
      OwnerOnly.close(file);
      return new LocalSecrets(JsonFile.texts(file));
    }
    Map<String, String> made = new TreeMap<>(NewSecrets.make(random));
    Files.createDirectories(file.toAbsolutePath().getParent());
    OwnerOnly.write(file, JSON.writeValueAsBytes(made));
    return new LocalSecrets(made);
  }

  /** The secret of that name, as Secrets Manager's SecretString would have it. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public String toString() {
    return "LocalSecrets" + byName.keySet();
  }
}
