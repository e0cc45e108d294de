package mosaicmatch.local.sandbox;

import java.nio.file.Path;

/** A function is not packaged. */
public final class JarMissingException extends RuntimeException {

  JarMissingException(Path jar) {
    super(jar + " is missing; ./mvnw package builds it (./mosaic does so itself)");
  }
}
