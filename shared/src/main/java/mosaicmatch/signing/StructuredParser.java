package mosaicmatch.signing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mosaicmatch.signing.Structured.Bare;
import mosaicmatch.signing.Structured.Flag;
import mosaicmatch.signing.Structured.InnerList;
import mosaicmatch.signing.Structured.Item;
import mosaicmatch.signing.Structured.Member;

/**
 * Reads a dictionary by the algorithms of RFC 9651 section 4.2. Stricter in one thing: a key that
 * comes twice is refused, since no serializer writes one and the last would silently win.
 */
final class StructuredParser {

  private final FieldText text;

  private StructuredParser(FieldText text) {
    this.text = text;
  }

  /**
   * Reads a whole field value.
   *
   * @throws SignatureRefusedException if it breaks the grammar
   */
  static Map<String, Member> dictionary(String field) {
    return new StructuredParser(new FieldText(field)).dictionary();
  }

  private Map<String, Member> dictionary() {
    Map<String, Member> members = new LinkedHashMap<>();
    text.skipSpaces();
    while (!text.atEnd()) {
      putOnce(members, text.key(), this::dictionaryMember);
      text.skipOptionalWhitespace();
      if (text.atEnd()) {
        return members;
      }
      text.expect(',');
      text.skipOptionalWhitespace();
      if (text.atEnd()) {
        throw text.malformed("ends with a comma");
      }
    }
    return members;
  }

  private Member dictionaryMember() {
    if (text.take('=')) {
      return text.peekIs('(') ? innerList() : item();
    }
    return new Item(new Flag(true), parameters());
  }

  private InnerList innerList() {
    text.expect('(');
    List<Item> items = new ArrayList<>();
    text.skipSpaces();
    while (!text.take(')')) {
      items.add(item());
      if (!text.peekIs(' ') && !text.peekIs(')')) {
        throw text.malformed("has an inner list with no space between items");
      }
      text.skipSpaces();
    }
    return new InnerList(List.copyOf(items), parameters());
  }

  private Item item() {
    Bare value = BareItemParser.read(text);
    return new Item(value, parameters());
  }

  private Map<String, Bare> parameters() {
    Map<String, Bare> parameters = new LinkedHashMap<>();
    while (text.take(';')) {
      text.skipSpaces();
      putOnce(parameters, text.key(), this::parameterValue);
    }
    return parameters;
  }

  private Bare parameterValue() {
    return text.take('=') ? BareItemParser.read(text) : new Flag(true);
  }

  private <V> void putOnce(Map<String, V> map, String key, Supplier<V> value) {
    if (map.put(key, value.get()) != null) {
      throw text.malformed("holds '" + key + "' twice");
    }
  }
}
