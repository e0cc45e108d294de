package mosaicmatch.pairing;

import java.time.Duration;
import java.util.Locale;

/**
 * A pairing was ended since its function's time would not have sufficed; nothing was written. Not
 * retried, since the next attempt would take as long.
 */
public final class PairingOutOfTimeException extends RuntimeException {

  PairingOutOfTimeException(double share, Duration taken, Duration kept) {
    super(
        String.format(
            Locale.ROOT,
            "pairing was ended after %d s with %.0f %% done: the last %d s are kept for writing the"
                + " plan; nothing was written. Give the function more memory (processors grow with"
                + " it) and redrive, or let the next cycle have fewer seekers (MOSAIC_MAX_SEEKERS)"
                + " or pair in tiles (MOSAIC_PAIRING=distributed)",
            taken.toSeconds(),
            Math.floor(100 * share),
            kept.toSeconds()));
  }
}
