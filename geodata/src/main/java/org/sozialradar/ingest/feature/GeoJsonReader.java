package org.sozialradar.ingest.feature;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.IssueType;

/**
 * Reads GeoJSON (RFC 7946) as a stream, also packed by gzip.
 *
 * <p>The file is a FeatureCollection, a Feature, or a JSON array of these in any mixture, as some
 * packages of boundaries ship them; or newline-delimited, a Feature in each line. Members may stand
 * in any order. The {@code crs} member of the specification of 2008 is read; without it the system
 * is that of the RFC, EPSG:4326. Safe for use by many threads.
 */
public final class GeoJsonReader implements FeatureReader {
  private static final int MAX_NESTING = 64;
  private static final String DEFAULT_CRS = "EPSG:4326";

  private final WantedShapes wanted;

  /** A reader of polygons. */
  public GeoJsonReader() {
    this(WantedShapes.POLYGONS);
  }

  public GeoJsonReader(WantedShapes wanted) {
    this.wanted = wanted;
  }

  @Override
  public String read(InputFile file, FeatureSink sink) {
    try (var in = file.open();
        var parser = factory(file).createParser(in)) {
      return new Reading(file, parser, sink, wanted).run();
    } catch (JsonEOFException e) {
      throw cutOff(file, e);
    } catch (EOFException e) {
      throw rejected(FeatureFileIssues.TRUNCATED, file, e);
    } catch (StreamConstraintsException e) {
      throw rejected(FeatureFileIssues.TOO_DEEP, file, e);
    } catch (JsonParseException e) {
      throw notGeoJson(file, e);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /** NaN and Infinity are read so that the feature that holds them can be named. */
  private static JsonFactory factory(InputFile file) {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_NESTING)
            .maxStringLength(file.limits().cellCharacters())
            .build();
    return new JsonFactoryBuilder()
        .streamReadConstraints(constraints)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .build();
  }

  private static InputRejectedException rejected(IssueType type, InputFile file, IOException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : firstLine(e);
    return new InputRejectedException(type.at(IssuePlace.ofFile(file.name()), "", reason), e);
  }

  private static InputRejectedException cutOff(InputFile file, JsonEOFException e) {
    var end = e.getLocation();
    return new InputRejectedException(
        FeatureFileIssues.CUT_OFF.at(lineOf(file, end), "", end.getColumnNr()), e);
  }

  private static InputRejectedException notGeoJson(InputFile file, JsonParseException e) {
    var location = e.getLocation();
    return new InputRejectedException(
        FeatureFileIssues.WRONG_FORMAT.at(
            lineOf(file, location), "", "GeoJSON", e.getOriginalMessage() + at(location)),
        e);
  }

  private static IssuePlace lineOf(InputFile file, JsonLocation location) {
    return IssuePlace.ofRow(file.name(), location.getLineNr());
  }

  private static String at(JsonLocation location) {
    return " (at character " + location.getColumnNr() + " of this row)";
  }

  private static String firstLine(IOException e) {
    return e.getMessage().lines().findFirst().orElse("");
  }

  /** The state of reading one file. */
  private static final class Reading {
    private final InputFile file;
    private final JsonParser parser;
    private final FeatureSink sink;
    private final FeatureBudget budget;
    private final GeoJsonGeometry geometries;
    private String crs = "";

    /** Whether what was read last is a feature, which others may follow, one in each line. */
    private boolean lines;

    Reading(InputFile file, JsonParser parser, FeatureSink sink, WantedShapes wanted) {
      this.file = file;
      this.parser = parser;
      this.sink = sink;
      this.budget = new FeatureBudget(file);
      this.geometries = new GeoJsonGeometry(parser, budget, wanted);
    }

    String run() throws IOException {
      readItem(parser.nextToken());
      while (parser.nextToken() != null) {
        if (!lines || parser.currentToken() != JsonToken.START_OBJECT) {
          throw wrong("text after the end of the content");
        }
        readItem(parser.currentToken());
      }
      return crs.isEmpty() ? DEFAULT_CRS : crs;
    }

    /** A Feature, a FeatureCollection, or an array of such. */
    private void readItem(JsonToken token) throws IOException {
      if (token == JsonToken.START_OBJECT) {
        readObject();
      } else if (token == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          readItem(parser.currentToken());
        }
        lines = false;
      } else {
        throw wrong(token == null ? "the file is empty" : "neither an object nor an array");
      }
    }

    private void readObject() throws IOException {
      String type = "";
      Map<String, String> properties = Map.of();
      GeoJsonGeometry.Outcome geometry = GeoJsonGeometry.Outcome.MISSING;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String member = parser.currentName();
        var value = parser.nextToken();
        switch (member) {
          case "type" -> type = parser.getValueAsString("");
          case "features" -> readFeatures(value);
          case "properties" -> properties = properties(value);
          case "geometry" -> geometry = geometries.read(value);
          case "crs" -> readCrs(value);
          default -> parser.skipChildren();
        }
      }
      end(type, properties, geometry);
    }

    private void readFeatures(JsonToken value) throws IOException {
      if (value != JsonToken.START_ARRAY) {
        throw wrong("\"features\" is no array");
      }
      readItem(value);
    }

    private Map<String, String> properties(JsonToken value) throws IOException {
      var properties = new LinkedHashMap<String, String>();
      if (value != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return properties;
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        var token = parser.nextToken();
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
          properties.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
      return properties;
    }

    /** {@code {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}}. */
    private void readCrs(JsonToken value) throws IOException {
      if (value != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return;
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String member = parser.currentName();
        var token = parser.nextToken();
        if (member.equals("properties")) {
          declare(properties(token).getOrDefault("name", "?"));
        } else {
          parser.skipChildren();
        }
      }
    }

    private void declare(String name) {
      if (!crs.isEmpty() && !crs.equals(name)) {
        throw wrong("two coordinate systems, " + crs + " and " + name);
      }
      crs = name;
    }

    private void end(String type, Map<String, String> properties, GeoJsonGeometry.Outcome geometry)
        throws IOException {
      lines = type.equals("Feature");
      if (lines) {
        long number = budget.nextFeature();
        geometry.pass(number, properties, sink);
      } else if (!type.equals("FeatureCollection")) {
        throw wrong("an object of type \"" + type + "\" is no Feature and no FeatureCollection");
      }
    }

    private InputRejectedException wrong(String reason) {
      var location = parser.currentLocation();
      return new InputRejectedException(
          FeatureFileIssues.WRONG_FORMAT.at(
              lineOf(file, location), "", "GeoJSON", reason + at(location)));
    }
  }
}
