package org.sozialradar.export.geopackage;

import java.util.List;
import org.sozialradar.area.ReferenceSystem;

/**
 * A row of {@code gpkg_spatial_ref_sys}.
 *
 * @param id number by which other tables name it
 * @param name what people call it
 * @param organization who numbers such systems
 * @param definition well-known text after OGC 01-009
 */
record SpatialReference(int id, String name, String organization, String definition) {
  /** Rows that every GeoPackage has (requirement 11), the one of WGS 84 among them. */
  static final List<SpatialReference> ALWAYS =
      List.of(
          new SpatialReference(-1, "Undefined Cartesian SRS", "NONE", "undefined"),
          new SpatialReference(0, "Undefined geographic SRS", "NONE", "undefined"),
          of(ReferenceSystem.EPSG_4326));

  private static final String WGS_84 =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
          + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"
          + "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,"
          + "AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]";

  private static final String ETRS89 =
      "GEOGCS[\"ETRS89\",DATUM[\"European_Terrestrial_Reference_System_1989\","
          + "SPHEROID[\"GRS 1980\",6378137,298.257222101,AUTHORITY[\"EPSG\",\"7019\"]],"
          + "AUTHORITY[\"EPSG\",\"6258\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
          + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
          + "AUTHORITY[\"EPSG\",\"4258\"]]";

  private static final String METRE = "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],";

  /** The row of a system that features have. */
  static SpatialReference of(ReferenceSystem system) {
    return switch (system) {
      case CRS84, EPSG_4326 -> epsg(4326, "WGS 84", WGS_84);
      case EPSG_25832 -> utm(25832, 32, 9);
      case EPSG_25833 -> utm(25833, 33, 15);
      case EPSG_3035 -> laea();
      case EPSG_3857 -> mercator();
    };
  }

  private static SpatialReference epsg(int code, String name, String definition) {
    return new SpatialReference(code, name, "EPSG", definition);
  }

  private static SpatialReference utm(int code, int zone, int meridian) {
    String name = "ETRS89 / UTM zone " + zone + "N";
    return epsg(
        code,
        name,
        projected(
            name,
            ETRS89,
            "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
                + "PARAMETER[\"central_meridian\","
                + meridian
                + "],PARAMETER[\"scale_factor\",0.9996],PARAMETER[\"false_easting\",500000],"
                + "PARAMETER[\"false_northing\",0],"
                + METRE
                + "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH]",
            code));
  }

  private static SpatialReference laea() {
    String name = "ETRS89-extended / LAEA Europe";
    return epsg(
        3035,
        name,
        projected(
            name,
            ETRS89,
            "PROJECTION[\"Lambert_Azimuthal_Equal_Area\"],PARAMETER[\"latitude_of_center\",52],"
                + "PARAMETER[\"longitude_of_center\",10],PARAMETER[\"false_easting\",4321000],"
                + "PARAMETER[\"false_northing\",3210000],"
                + METRE
                + "AXIS[\"Northing\",NORTH],AXIS[\"Easting\",EAST]",
            3035));
  }

  private static SpatialReference mercator() {
    String name = "WGS 84 / Pseudo-Mercator";
    return epsg(
        3857,
        name,
        projected(
            name,
            WGS_84,
            "PROJECTION[\"Mercator_1SP\"],PARAMETER[\"central_meridian\",0],"
                + "PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",0],"
                + "PARAMETER[\"false_northing\",0],"
                + METRE
                + "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH],EXTENSION[\"PROJ4\","
                + "\"+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1"
                + " +units=m +nadgrids=@null +wktext +no_defs\"]",
            3857));
  }

  private static String projected(String name, String base, String rest, int code) {
    return "PROJCS[\""
        + name
        + "\","
        + base
        + ","
        + rest
        + ",AUTHORITY[\"EPSG\",\""
        + code
        + "\"]]";
  }
}
