package org.sozialradar.ingest.feature;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;

/**
 * Reads the placemarks of KML (OGC 07-147r2) as a stream, in all folders: points, lines, polygons
 * and several of one kind, with {@code name}, {@code description} and extended data. The coordinate
 * system is EPSG:4326; heights, styles and links are passed over, and nothing is fetched. Document
 * types are not read, so no entity can grow. Safe for use by many threads.
 */
public final class KmlReader implements FeatureReader {
  private static final String CRS = "EPSG:4326";
  private static final Set<String> GEOMETRIES =
      Set.of("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry");

  private final WantedShapes wanted;

  public KmlReader(WantedShapes wanted) {
    this.wanted = wanted;
  }

  @Override
  public String read(InputFile file, FeatureSink sink) {
    try (var in = file.open()) {
      var reader = factory().createXMLStreamReader(in);
      new Reading(reader, new FeatureBudget(file), sink, wanted).run();
      return CRS;
    } catch (XMLStreamException e) {
      throw rejected(file, e);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private static InputRejectedException rejected(InputFile file, XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
    String reason = String.valueOf(e.getMessage()).lines().reduce((a, b) -> b).orElse("");
    return new InputRejectedException(
        FeatureFileIssues.WRONG_FORMAT.at(
            IssuePlace.ofRow(file.name(), line), "", "KML", reason.replace("Message: ", "")),
        e);
  }

  /** The state of reading one file. */
  private static final class Reading {
    private final XMLStreamReader xml;
    private final FeatureBudget budget;
    private final FeatureSink sink;
    private final WantedShapes wanted;

    Reading(XMLStreamReader xml, FeatureBudget budget, FeatureSink sink, WantedShapes wanted) {
      this.xml = xml;
      this.budget = budget;
      this.sink = sink;
      this.wanted = wanted;
    }

    void run() throws XMLStreamException {
      xml.nextTag();
      if (!xml.getLocalName().equals("kml")) {
        throw new XMLStreamException("the root is " + xml.getLocalName(), xml.getLocation());
      }
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("Placemark")) {
          placemark();
        }
      }
    }

    private void placemark() throws XMLStreamException {
      long number = budget.nextFeature();
      var properties = new java.util.LinkedHashMap<String, String>();
      var shapes = new KmlShapes(xml, budget, wanted);
      String field = "";
      int depth = 1;
      while (depth > 0) {
        int event = xml.next();
        if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          String name = xml.getLocalName();
          if (GEOMETRIES.contains(name)) {
            shapes.read();
          } else if (name.equals("Data")) {
            field = attribute("name");
            depth++;
          } else if (!isText(name, field)) {
            depth++;
          } else {
            String key = keyOf(name, field);
            put(properties, key, xml.getElementText());
          }
        }
      }
      pass(number, properties, shapes);
    }

    private static boolean isText(String name, String field) {
      return Set.of("name", "description", "address", "SimpleData").contains(name)
          || (name.equals("value") && !field.isEmpty());
    }

    private String keyOf(String name, String field) {
      return switch (name) {
        case "SimpleData" -> attribute("name");
        case "value" -> field;
        default -> name;
      };
    }

    private String attribute(String name) {
      String value = xml.getAttributeValue(null, name);
      return value == null ? "" : value.strip();
    }

    private static void put(Map<String, String> properties, String key, String text) {
      if (!key.isEmpty() && !text.isBlank()) {
        properties.putIfAbsent(key, text.strip());
      }
    }

    private void pass(long number, Map<String, String> properties, KmlShapes shapes) {
      try {
        Geometry geometry = shapes.geometry();
        sink.accept(new RawFeature(number, properties, geometry));
      } catch (BadGeometryException e) {
        sink.refuse(number, properties, e);
      }
    }
  }
}
