package org.sozialradar.ingest.layer;

import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.ResourceSettings;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.FacilityKind;
import org.sozialradar.layer.LayerRole;

/**
 * How a context layer is read.
 *
 * @param id of the layer: lower case letters, digits and hyphens; a layer that has it is replaced
 * @param title how people call it
 * @param description what it holds and what not; absent means its title
 * @param role {@code facility}, {@code hazard} or {@code other}; absent means facility if {@code
 *     facility} is given, else other
 * @param facility kind of the facilities such as {@code shelter}; absent unless it holds such
 * @param layer layer of a file that has several; absent if it has one
 * @param crs coordinate system such as {@code EPSG:25833}; absent means that the file says it
 * @param key column of the features' ids; absent means that they are counted
 * @param name column by which features are called; absent means one named so
 * @param attributes columns to keep; absent means all
 * @param x column of the east or longitude in a table; absent means that it is found by its name
 * @param y column of the north or latitude in a table
 */
public record LayerSettings(
    String id,
    LocalizedText title,
    LocalizedText description,
    String role,
    String facility,
    String layer,
    String crs,
    String key,
    String name,
    List<String> attributes,
    String x,
    String y)
    implements ResourceSettings {
  public LayerSettings {
    if (!ContextLayer.isId(InvalidSettingException.requireText(id, "id"))) {
      throw new InvalidSettingException(
          "„id“ besteht aus bis zu 50 Kleinbuchstaben, Ziffern und Bindestrichen: " + id,
          "'id' consists of up to 50 lower case letters, digits and hyphens: " + id);
    }
    InvalidSettingException.require(title, "title");
    description = InvalidSettingException.orElse(description, title);
    facility = InvalidSettingException.orElse(facility, "");
    role = InvalidSettingException.orElse(role, facility.isEmpty() ? "other" : "facility");
    requireRole(role, facility);
    layer = InvalidSettingException.orElse(layer, "");
    crs = InvalidSettingException.orElse(crs, "");
    key = InvalidSettingException.orElse(key, "");
    name = InvalidSettingException.orElse(name, "");
    attributes = List.copyOf(InvalidSettingException.orElse(attributes, List.of()));
    x = InvalidSettingException.orElse(x, "");
    y = InvalidSettingException.orElse(y, "");
    if (x.isEmpty() != y.isEmpty()) {
      throw new InvalidSettingException(
          "„x“ und „y“ gehören zusammen", "'x' and 'y' belong together");
    }
  }

  private static void requireRole(String role, String facility) {
    var known = LayerRole.find(role);
    if (known.isEmpty()) {
      throw new InvalidSettingException(
          "„role“ ist facility, hazard oder other: " + role,
          "'role' is facility, hazard or other: " + role);
    }
    boolean facilities = known.get() == LayerRole.FACILITY;
    if (facilities != FacilityKind.find(facility).isPresent()) {
      var kinds = List.of(FacilityKind.values()).stream().map(FacilityKind::label).toList();
      throw new InvalidSettingException(
          "zur Rolle facility, und nur zu ihr, gehört „facility“ mit einem von "
              + String.join(", ", kinds),
          "the role facility, and no other, needs 'facility' with one of "
              + String.join(", ", kinds));
    }
  }

  LayerRole knownRole() {
    return LayerRole.find(role).orElseThrow();
  }
}
