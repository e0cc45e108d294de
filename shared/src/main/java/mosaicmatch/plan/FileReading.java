package mosaicmatch.plan;

import java.io.IOException;
import java.io.InputStream;

/** Reads the contents of a file. */
@FunctionalInterface
public interface FileReading<T> {

  /** Reads them, without closing the stream. */
  T from(InputStream in) throws IOException;
}
