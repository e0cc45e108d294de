package mosaicmatch.settings;

/** A setting is there but can't be used. */
public final class WrongSettingException extends RuntimeException {

  /** Names the environment variable, says what it must be, and shows an example. */
  public WrongSettingException(String name, String mustBe, String example) {
    super("setting " + name + " must be " + mustBe + ", such as " + name + "=" + example);
  }
}
