package mosaicmatch.local.deployed;

/** A stack lacks an output: it is another one, or was deployed from an older template. */
public final class OutputMissingException extends RuntimeException {

  OutputMissingException(String output) {
    super("the stack has no output " + output + ": is it MosaicMatch's, and of this version?");
  }
}
