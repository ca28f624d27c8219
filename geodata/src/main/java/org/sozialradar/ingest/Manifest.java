package org.sozialradar.ingest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A Frictionless Data Package with our keys under {@code radar}. Other keys of the standard are
 * read over; unknown keys under {@code radar} are errors.
 *
 * @param name slug; id of the data set in the store
 * @param licenses at least one; the first is the licence of the data set
 * @param radar what the standard has no place for
 * @param resources the files, in the order in which they are read
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
    String name,
    List<ManifestLicence> licenses,
    PackageSettings radar,
    List<ManifestResource> resources) {
  public Manifest {
    InvalidSettingException.requireText(name, "name");
    if (!name.matches("[a-z0-9][a-z0-9.-]{0,79}")) {
      throw new InvalidSettingException(
          "„name“ muss aus Kleinbuchstaben, Ziffern, Punkt und Bindestrich bestehen: " + name,
          "'name' must consist of lower-case letters, digits, dots and hyphens: " + name);
    }
    licenses = List.copyOf(InvalidSettingException.require(licenses, "licenses"));
    if (licenses.isEmpty()) {
      throw new InvalidSettingException("„licenses“ ist leer", "'licenses' is empty");
    }
    InvalidSettingException.require(radar, "radar");
    resources = List.copyOf(InvalidSettingException.require(resources, "resources"));
    if (resources.isEmpty()) {
      throw new InvalidSettingException("„resources“ ist leer", "'resources' is empty");
    }
    if (resources.stream().map(ManifestResource::name).distinct().count() < resources.size()) {
      throw new InvalidSettingException(
          "zwei Ressourcen heißen gleich", "two resources have the same name");
    }
  }
}
