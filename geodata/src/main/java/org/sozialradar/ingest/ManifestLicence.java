package org.sozialradar.ingest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.sozialradar.dataset.Licence;

/**
 * A licence as the Data Package standard writes it.
 *
 * @param name short name
 * @param title full title; the short name if absent
 * @param path address of its text; empty if absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ManifestLicence(String name, String title, String path) {
  public ManifestLicence {
    InvalidSettingException.requireText(name, "name");
    title = InvalidSettingException.orElse(title, name);
    path = InvalidSettingException.orElse(path, "");
    if (!path.isEmpty() && !path.matches("https?://\\S{1,500}")) {
      throw new InvalidSettingException(
          "die Adresse der Lizenz muss mit http:// oder https:// beginnen",
          "the address of the licence must start with http:// or https://");
    }
  }

  Licence toLicence() {
    return new Licence(name, title, path);
  }
}
