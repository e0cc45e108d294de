package mosaicmatch.signing;

import java.util.function.IntPredicate;

/** A field value and the place that has been read up to. */
final class FieldText {

  private final String field;
  private int at;

  FieldText(String field) {
    this.field = field;
  }

  boolean atEnd() {
    return at == field.length();
  }

  boolean peekIs(char wanted) {
    return !atEnd() && field.charAt(at) == wanted;
  }

  char next() {
    if (atEnd()) {
      throw malformed("ends too early");
    }
    return field.charAt(at++);
  }

  boolean take(char wanted) {
    boolean there = peekIs(wanted);
    at += there ? 1 : 0;
    return there;
  }

  void expect(char wanted) {
    if (!take(wanted)) {
      throw malformed("lacks a '" + wanted + "'");
    }
  }

  String takeWhile(IntPredicate wanted) {
    int start = at;
    while (!atEnd() && wanted.test(field.charAt(at))) {
      at++;
    }
    return field.substring(start, at);
  }

  void skipSpaces() {
    takeWhile(c -> c == ' ');
  }

  void skipOptionalWhitespace() {
    takeWhile(c -> c == ' ' || c == '\t');
  }

  /** Reads a key: {@code ( lcalpha / "*" ) *( lcalpha / DIGIT / "_" / "-" / "." / "*" )}. */
  String key() {
    if (atEnd() || !isKeyStart(field.charAt(at))) {
      throw malformed("lacks a key");
    }
    return takeWhile(c -> isKeyStart(c) || isDigit(c) || c == '_' || c == '-' || c == '.');
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isKeyStart(int c) {
    return (c >= 'a' && c <= 'z') || c == '*';
  }

  SignatureRefusedException malformed(String what) {
    return new SignatureRefusedException(
        SignatureRefusal.MALFORMED, "a signature field " + what + " at character " + at);
  }
}
