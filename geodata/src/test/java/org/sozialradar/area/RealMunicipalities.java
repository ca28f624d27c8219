package org.sozialradar.area;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.sozialradar.SharedData;

/** The real municipalities of 2016 for tests, from the folder of shared data. */
public final class RealMunicipalities {
  private static final GeometryFactory LON_LAT = new GeometryFactory();

  private RealMunicipalities() {}

  /** The municipalities of Saxony, 2016, repaired. */
  public static List<Area> saxony() throws IOException {
    return municipalities(
        SharedData.require().resolve("boundaries/vg250_gemeinden_2016_sn.geojson"));
  }

  /** The municipalities of Germany, 2016, repaired. */
  public static List<Area> germany() throws IOException {
    return municipalities(
        SharedData.require().resolve("boundaries/vg250_gemeinden_2016_de.geojson.gz"));
  }

  private static List<Area> municipalities(Path file) throws IOException {
    var areas = new ArrayList<Area>();
    var mapper = new ObjectMapper();
    try (var in = open(file);
        var parser = mapper.createParser(in)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            areas.add(area(mapper.readTree(parser)));
          }
        }
      }
    }
    return areas;
  }

  private static InputStream open(Path file) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static Area area(JsonNode feature) {
    var properties = feature.get("properties");
    return new Area(
        new AreaCode(properties.get("AGS").asText()),
        AreaLevel.MUNICIPALITY.id(),
        properties.get("GEN").asText(),
        properties.get("BEZ").asText(),
        Map.of(),
        Map.of(),
        PolygonRepair.repair(geometry(feature.get("geometry"))).geometry());
  }

  private static Geometry geometry(JsonNode json) {
    var coordinates = json.get("coordinates");
    if (json.get("type").asText().equals("Polygon")) {
      return polygon(coordinates);
    }
    var polygons = new ArrayList<Polygon>();
    coordinates.forEach(part -> polygons.add(polygon(part)));
    return LON_LAT.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Polygon polygon(JsonNode rings) {
    var lines = new ArrayList<LinearRing>();
    rings.forEach(ring -> lines.add(ring(ring)));
    return LON_LAT.createPolygon(
        lines.get(0), lines.subList(1, lines.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(JsonNode positions) {
    var vertices = new ArrayList<Coordinate>();
    positions.forEach(p -> vertices.add(new Coordinate(p.get(0).asDouble(), p.get(1).asDouble())));
    return LON_LAT.createLinearRing(vertices.toArray(Coordinate[]::new));
  }
}
