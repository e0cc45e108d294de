package mosaicmatch.local.cli;

/** An option that can't be given while another mosaic runs the system. */
final class NotWhileUpException extends RuntimeException {

  NotWhileUpException(String option, String instead) {
    super(option + " is not possible while another mosaic runs the system: " + instead);
  }
}
