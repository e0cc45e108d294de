package mosaicmatch.settings;

/** A setting that is needed is not there. */
public final class MissingSettingException extends RuntimeException {

  /** Names the environment variable and shows an example. */
  public MissingSettingException(String name, String example) {
    super("setting " + name + " is missing; set it like " + name + "=" + example);
  }
}
