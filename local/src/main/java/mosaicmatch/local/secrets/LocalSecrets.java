package mosaicmatch.local.secrets;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The secrets of a local system, by name. They are made up at first start and kept in a file that
 * only its owner may read; nothing here prints them.
 */
public final class LocalSecrets {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

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
      closeToOthers(file);
      return new LocalSecrets(JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {}));
    }
    Map<String, String> made = new TreeMap<>(NewSecrets.make(random));
    write(file, made);
    return new LocalSecrets(made);
  }

  /** The secret of that name, as Secrets Manager's SecretString would have it. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private static void write(Path file, Map<String, String> secrets) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, ".secrets", ".new");
    try {
      closeToOthers(temporary);
      Files.write(temporary, JSON.writeValueAsBytes(secrets));
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void closeToOthers(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    }
  }

  @Override
  public String toString() {
    return "LocalSecrets" + byName.keySet();
  }
}
