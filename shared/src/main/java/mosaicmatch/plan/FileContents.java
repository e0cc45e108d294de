package mosaicmatch.plan;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the contents of a file. */
@FunctionalInterface
public interface FileContents {

  /** Writes them, without closing the stream. */
  void to(OutputStream out) throws IOException;
}
