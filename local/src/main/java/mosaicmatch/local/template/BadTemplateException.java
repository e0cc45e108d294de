package mosaicmatch.local.template;

/** The template, or a parameter for it, is wrong; the message names file, line and place. */
public final class BadTemplateException extends RuntimeException {

  BadTemplateException(String message) {
    super(message);
  }
}
