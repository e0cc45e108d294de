package mosaicmatch.traitservice;

/** An environment variable is missing or wrong. The message names it and gives an example. */
final class WrongSettingException extends RuntimeException {
  WrongSettingException(String name, String what, String example) {
    super(name + " " + what + ", such as " + name + "=" + example);
  }
}
