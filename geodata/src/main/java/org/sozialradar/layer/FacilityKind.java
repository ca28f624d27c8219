package org.sozialradar.layer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.sozialradar.dataset.LocalizedText;

/** What kind of places a layer of facilities holds. */
public enum FacilityKind {
  SHELTER("Notunterkünfte", "shelters"),
  FIRE_STATION("Feuerwehrhäuser", "fire stations"),
  MEETING_PLACE("Treffpunkte", "meeting places"),
  CLUB("Vereine", "clubs"),
  VOLUNTEER_STATION("Ehrenamtsbörsen", "volunteer stations"),
  CONTACT("Anlaufstellen", "contact points"),
  OTHER("Andere Einrichtungen", "other facilities");

  private final String de;
  private final String en;

  FacilityKind(String de, String en) {
    this.de = de;
    this.en = en;
  }

  /** What such places are called, in the plural. */
  public LocalizedText plural() {
    return new LocalizedText(de, en);
  }

  /** Name in manifests and in the API: lower case with hyphens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of this label. */
  public static Optional<FacilityKind> find(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
