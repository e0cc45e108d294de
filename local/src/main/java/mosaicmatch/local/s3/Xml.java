package mosaicmatch.local.s3;

/** An XML document being written; what goes into elements is escaped. */
public final class Xml {

  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  /** Opens the root element of an answer. */
  public Xml root(String name) {
    return root(name, NAMESPACE);
  }

  /** Opens the root element of an answer in another service's namespace. */
  public Xml root(String name, String namespace) {
    text.append('<').append(name).append(" xmlns=\"").append(namespace).append("\">");
    return this;
  }

  /** Opens an element. */
  public Xml open(String name) {
    text.append('<').append(name).append('>');
    return this;
  }

  /** Closes an element. */
  public Xml close(String name) {
    text.append("</").append(name).append('>');
    return this;
  }

  /** An element with that text. */
  public Xml element(String name, Object content) {
    open(name);
    content.toString().codePoints().forEach(this::escape);
    return close(name);
  }

  private void escape(int c) {
    switch (c) {
      case '&' -> text.append("&amp;");
      case '<' -> text.append("&lt;");
      case '>' -> text.append("&gt;");
      case '"' -> text.append("&quot;");
      default -> {
        if (c < 0x20) {
          text.append("&#").append(c).append(';');
        } else {
          text.appendCodePoint(c);
        }
      }
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
