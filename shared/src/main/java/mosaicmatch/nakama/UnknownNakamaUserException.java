package mosaicmatch.nakama;

import mosaicmatch.pool.SeekerId;

/** Nakama has no user with this id, such as after the account was deleted; final. */
public final class UnknownNakamaUserException extends RuntimeException {

  private final SeekerId user;

  /** For the id that Nakama does not know. */
  public UnknownNakamaUserException(SeekerId user) {
    super("Nakama has no user " + user);
    this.user = user;
  }

  /** Who is gone. */
  public SeekerId user() {
    return user;
  }
}
