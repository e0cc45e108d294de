package mosaicmatch.local.sandbox;

/** AWS's runtime client does not run on this machine. */
public final class UnsupportedPlatformException extends RuntimeException {

  UnsupportedPlatformException(String platform) {
    super(
        "sandboxes need Linux on x86-64 or arm64: AWS's runtime client has no native part for "
            + platform);
  }
}
