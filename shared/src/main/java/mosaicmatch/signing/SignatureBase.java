package mosaicmatch.signing;

import java.util.List;
import mosaicmatch.signing.Structured.InnerList;
import mosaicmatch.signing.Structured.Item;
import mosaicmatch.signing.Structured.Text;

/** The text that is signed (RFC 9421 section 2.5). */
final class SignatureBase {

  /** What each signature covers, in the order in which we write it. */
  static final List<String> REQUIRED =
      List.of("@method", "@authority", "@path", "@query", "content-digest");

  /** Gives the value of a header, of which the base holds lines for any that is covered. */
  interface Headers {
    String value(String name);
  }

  private SignatureBase() {}

  static String of(InnerList signatureParams, Target target, Headers headers) {
    StringBuilder base = new StringBuilder();
    for (Item component : signatureParams.items()) {
      String name = ((Text) component.value()).value();
      base.append(component.serialized())
          .append(": ")
          .append(value(name, target, headers))
          .append('\n');
    }
    return base.append("\"@signature-params\": ").append(signatureParams.serialized()).toString();
  }

  private static String value(String component, Target target, Headers headers) {
    return switch (component) {
      case "@method" -> target.method();
      case "@authority" -> target.authority();
      case "@path" -> target.path();
      case "@query" -> "?" + target.query();
      default -> headers.value(component);
    };
  }
}
