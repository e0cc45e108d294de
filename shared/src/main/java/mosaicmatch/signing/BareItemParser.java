package mosaicmatch.signing;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import mosaicmatch.signing.Structured.Bare;
import mosaicmatch.signing.Structured.Bytes;
import mosaicmatch.signing.Structured.Date;
import mosaicmatch.signing.Structured.Decimal;
import mosaicmatch.signing.Structured.Display;
import mosaicmatch.signing.Structured.Flag;
import mosaicmatch.signing.Structured.Text;
import mosaicmatch.signing.Structured.Token;
import mosaicmatch.signing.Structured.Whole;

/** Reads one bare item (RFC 9651 section 4.2.3.1). */
final class BareItemParser {

  private static final int MAX_DIGITS = 15;
  private static final int MAX_DECIMAL_DIGITS = 12;
  private static final int MAX_FRACTION_DIGITS = 3;
  private static final String TOKEN_SYMBOLS = "!#$%&'*+-.^_`|~:/";

  private BareItemParser() {}

  static Bare read(FieldText text) {
    if (text.take('"')) {
      return new Text(quoted(text));
    }
    if (text.take(':')) {
      return bytes(text);
    }
    if (text.take('?')) {
      return flag(text);
    }
    if (text.take('@')) {
      return date(text);
    }
    if (text.take('%')) {
      return display(text);
    }
    String token = token(text);
    return token.isEmpty() ? number(text) : new Token(token);
  }

  private static String quoted(FieldText text) {
    StringBuilder out = new StringBuilder();
    for (char c = text.next(); c != '"'; c = text.next()) {
      if (c == '\\' && !text.peekIs('"') && !text.peekIs('\\')) {
        throw text.malformed("has a wrong escape");
      }
      out.append(printable(c == '\\' ? text.next() : c, text));
    }
    return out.toString();
  }

  private static char printable(char c, FieldText text) {
    if (c < 0x20 || c > 0x7e) {
      throw text.malformed("has a character that is not printable ASCII");
    }
    return c;
  }

  private static Bytes bytes(FieldText text) {
    String encoded = text.takeWhile(c -> c != ':');
    text.expect(':');
    try {
      return Bytes.of(Base64.getDecoder().decode(encoded));
    } catch (IllegalArgumentException _) {
      throw text.malformed("has wrong base64");
    }
  }

  private static Flag flag(FieldText text) {
    if (text.take('1')) {
      return new Flag(true);
    }
    text.expect('0');
    return new Flag(false);
  }

  private static Date date(FieldText text) {
    if (number(text) instanceof Whole(long seconds)) {
      return new Date(seconds);
    }
    throw text.malformed("has a date with a fraction");
  }

  private static Display display(FieldText text) {
    text.expect('"');
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (char c = text.next(); c != '"'; c = text.next()) {
      out.write(c == '%' ? percentDecoded(text) : printable(c, text));
    }
    try {
      ByteBuffer utf8 = ByteBuffer.wrap(out.toByteArray());
      return new Display(StandardCharsets.UTF_8.newDecoder().decode(utf8).toString());
    } catch (CharacterCodingException _) {
      throw text.malformed("has a display string that is not UTF-8");
    }
  }

  private static int percentDecoded(FieldText text) {
    char high = text.next();
    char low = text.next();
    if (!isLowerHex(high) || !isLowerHex(low)) {
      throw text.malformed("has a wrong percent-encoding");
    }
    return (HexFormat.fromHexDigit(high) << 4) | HexFormat.fromHexDigit(low);
  }

  private static boolean isLowerHex(char c) {
    return FieldText.isDigit(c) || (c >= 'a' && c <= 'f');
  }

  private static String token(FieldText text) {
    boolean[] first = {true};
    return text.takeWhile(
        c -> {
          boolean wanted = isAlpha(c) || c == '*' || (!first[0] && isTokenRest(c));
          first[0] = false;
          return wanted;
        });
  }

  private static boolean isAlpha(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isTokenRest(int c) {
    return FieldText.isDigit(c) || TOKEN_SYMBOLS.indexOf(c) >= 0;
  }

  private static Bare number(FieldText text) {
    String sign = text.take('-') ? "-" : "";
    String digits = text.takeWhile(FieldText::isDigit);
    if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
      throw text.malformed("has a value that is no item");
    }
    return text.take('.') ? decimal(sign + digits, text) : new Whole(Long.parseLong(sign + digits));
  }

  private static Decimal decimal(String whole, FieldText text) {
    String fraction = text.takeWhile(FieldText::isDigit);
    int wholeDigits = whole.length() - (whole.startsWith("-") ? 1 : 0);
    if (fraction.isEmpty()
        || fraction.length() > MAX_FRACTION_DIGITS
        || wholeDigits > MAX_DECIMAL_DIGITS) {
      throw text.malformed("has a decimal out of range");
    }
    return new Decimal(new BigDecimal(whole + "." + fraction));
  }
}
