package mosaicmatch.local.cycle;

/** Somebody could not be opted in. */
public final class OptInFailedException extends RuntimeException {

  private final boolean passing;

  /** Names who and why; passing if the service only asked to be called later. */
  public OptInFailedException(String userId, String why, boolean passing) {
    super(userId + " could not be opted in: " + why);
    this.passing = passing;
  }

  /** True if the service only asked to be called later. */
  public boolean isPassing() {
    return passing;
  }
}
