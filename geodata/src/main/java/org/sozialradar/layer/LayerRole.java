package org.sozialradar.layer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a layer means to those who plan. */
public enum LayerRole {
  /** Places that can help, each of one {@link FacilityKind}. */
  FACILITY,
  /** Where something may happen, such as a flood zone. */
  HAZARD,
  /** Anything else, to be shown only. */
  OTHER;

  /** Name in manifests and in the API: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of this label. */
  public static Optional<LayerRole> find(String label) {
    return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
  }
}
