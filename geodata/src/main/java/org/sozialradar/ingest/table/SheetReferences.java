package org.sozialradar.ingest.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sozialradar.ingest.BoundedStream;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;

/**
 * Checks that the cells of an XLSX workbook name columns that a spreadsheet can have (up to XFD):
 * the reader of sheets makes room for all columns up to the named one, so that one made-up
 * reference could take all memory. It keeps all shared texts too, so that these are bounded.
 */
final class SheetReferences {
  /** Shared texts are kept in memory as a whole; those of a country's table take a few MB. */
  private static final long SHARED_TEXT_BYTES = 128L << 20;

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z]{1,3}[0-9]{1,7}");

  private SheetReferences() {}

  static void check(InputFile file) {
    try (var zip = new ZipFile(file.path().toFile())) {
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        if (entry.getName().matches("(?i)/?xl/.*\\.xml")) {
          boolean kept = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
          long most = kept ? SHARED_TEXT_BYTES : Long.MAX_VALUE;
          try (InputStream in = new BoundedStream(zip.getInputStream(entry), most, file.name())) {
            check(in, file);
          }
        }
      }
    } catch (IOException | XMLStreamException e) {
      throw TableReader.unreadable(file, 0, e);
    }
  }

  private static void check(InputStream in, InputFile file) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var reader = factory.createXMLStreamReader(in);
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("c")
          && !isPossible(reader)) {
        throw new InputRejectedException(
            TableIssues.TOO_MANY_COLUMNS.at(
                IssuePlace.ofFile(file.name()),
                reader.getAttributeValue(null, "r"),
                file.limits().columns()));
      }
    }
    reader.close();
  }

  private static boolean isPossible(XMLStreamReader cell) {
    String reference = cell.getAttributeValue(null, "r");
    return reference == null || REFERENCE.matcher(reference).matches();
  }
}
