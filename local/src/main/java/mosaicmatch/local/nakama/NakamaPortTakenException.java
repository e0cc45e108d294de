package mosaicmatch.local.nakama;

/** The port asked for cannot be listened on, mostly because another program uses it. */
public final class NakamaPortTakenException extends RuntimeException {

  NakamaPortTakenException(NakamaSettings settings, String why) {
    super(
        "port %d for the Nakama stand-in cannot be used (%s); choose another by %s, or 0 for any free one"
            .formatted(settings.port(), why, settings.portSetting()));
  }
}
