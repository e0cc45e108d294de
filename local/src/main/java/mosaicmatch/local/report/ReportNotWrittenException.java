package mosaicmatch.local.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The report could not be written; the cycle itself is not affected. */
public final class ReportNotWrittenException extends UncheckedIOException {

  ReportNotWrittenException(Path file, IOException cause) {
    super("cannot write the report to " + file + ": " + cause.getMessage(), cause);
  }
}
