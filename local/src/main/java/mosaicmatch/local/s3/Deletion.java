package mosaicmatch.local.s3;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import mosaicmatch.local.http.Call;

/**
 * A request to delete many objects.
 *
 * @param keys their keys, at most 1000
 * @param quiet whether the answer leaves out what was deleted
 */
record Deletion(List<String> keys, boolean quiet) {

  private static final int MAX_KEYS = 1000;

  Deletion {
    keys = List.copyOf(keys);
  }

  /**
   * Reads the request's document.
   *
   * @throws S3Error if it is no such document, or its checksum is wrong
   */
  static Deletion read(Call call) throws IOException {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    new Upload(call).copyTo(document);
    try {
      return parse(document.toByteArray());
    } catch (XMLStreamException e) {
      throw S3Error.malformedXml();
    }
  }

  private static Deletion parse(byte[] document) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
    List<String> keys = new ArrayList<>();
    boolean quiet = false;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "Key" -> keys.add(xml.getElementText());
          case "Quiet" -> quiet = "true".equals(xml.getElementText());
          default -> {
            // other elements say nothing that this store keeps
          }
        }
      }
    }
    if (keys.isEmpty() || keys.size() > MAX_KEYS) {
      throw S3Error.malformedXml();
    }
    return new Deletion(keys, quiet);
  }
}
