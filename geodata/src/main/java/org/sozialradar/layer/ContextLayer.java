package org.sozialradar.layer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sozialradar.dataset.LocalizedText;

/**
 * What is known of a layer without its features.
 *
 * @param id slug, different from all levels of areas, since both name layers of tiles
 * @param title how people call it
 * @param description what it holds and what not; its title again if nobody said
 * @param geometry kind of all its features
 * @param role what it means to those who plan
 * @param facility label of a {@link FacilityKind}; empty unless the role is {@link
 *     LayerRole#FACILITY}
 * @param nameAttribute the attribute by which a feature is called; empty if there is none
 * @param attributes its columns in their order, each name once
 * @param datasetId data set that it comes from
 */
public record ContextLayer(
    String id,
    LocalizedText title,
    LocalizedText description,
    GeometryKind geometry,
    LayerRole role,
    String facility,
    String nameAttribute,
    List<LayerAttribute> attributes,
    String datasetId) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,49}");

  public ContextLayer {
    attributes = List.copyOf(attributes);
    if (!isId(id)) {
      throw new IllegalArgumentException("not the id of a layer: '" + id + "'");
    }
    if (FacilityKind.find(facility).isPresent() != (role == LayerRole.FACILITY)) {
      throw new IllegalArgumentException("layer " + id + ": facility '" + facility + "'");
    }
    var names = attributes.stream().map(LayerAttribute::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("layer " + id + " has an attribute twice");
    }
    if (!nameAttribute.isEmpty() && !names.contains(nameAttribute)) {
      throw new IllegalArgumentException("layer " + id + " has no attribute " + nameAttribute);
    }
  }

  /**
   * Whether a text can be the id of a layer: lower case letters, digits and hyphens, at most 50. No
   * underscore, as tiles of areas have layers that end with one and a word.
   */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The kind of facilities, if it holds such. */
  public Optional<FacilityKind> findFacility() {
    return FacilityKind.find(facility);
  }
}
