package org.sozialradar.ingest.boundary;

import org.sozialradar.ingest.IssueType;

/** What an import of boundaries can find. */
final class BoundaryIssues {
  static final IssueType CRS_MISSING =
      IssueType.error(
          "crs-missing",
          "Die Datei nennt kein Koordinatensystem; das Manifest muss es mit „crs“ angeben.",
          "The file names no coordinate system; the manifest must give it as 'crs'.");
  static final IssueType CRS_UNKNOWN =
      IssueType.error(
          "crs-unknown",
          "Das Koordinatensystem ist unbekannt: %s. Gebraucht wird ein EPSG-Code, etwa EPSG:25832;"
              + " er kann im Manifest unter „crs“ stehen.",
          "The coordinate system is unknown: %s. An EPSG code such as EPSG:25832 is needed; the"
              + " manifest can give it as 'crs'.");
  static final IssueType CRS_OVERRIDDEN =
      IssueType.warning(
          "crs-overridden",
          "Die Datei nennt das Koordinatensystem %s, das Manifest %s; es gilt das Manifest.",
          "The file names the coordinate system %s, the manifest %s; the manifest holds.");
  static final IssueType CRS_SHIFTED =
      IssueType.note(
          "crs-shifted",
          "Die Koordinaten wurden von %s nach WGS 84 gebracht (%s, Genauigkeit %s m).",
          "The coordinates were brought from %s to WGS 84 (%s, accuracy %s m).");
  static final IssueType NOT_IN_CRS =
      IssueType.error(
          "coordinates-not-in-crs",
          "Objekt %s (Schlüssel %s) hat Koordinaten, die nicht in %s liegen können, etwa %s.",
          "Feature %s (key %s) has coordinates that cannot be in %s, such as %s.");
  static final IssueType AXES_SWAPPED =
      IssueType.error(
          "axes-swapped",
          "Objekt %s (Schlüssel %s) läge bei Länge %.4f, Breite %.4f; die Achsen sind vertauscht.",
          "Feature %s (key %s) would lie at longitude %.4f, latitude %.4f; the axes are swapped.");
  static final IssueType NOT_IN_STATE =
      IssueType.error(
          "coordinates-outside-state",
          "Objekt %s (Schlüssel %s) läge bei Länge %.4f, Breite %.4f, sein Schlüssel gehört aber zu"
              + " %s; das Koordinatensystem %s stimmt nicht.",
          "Feature %s (key %s) would lie at longitude %.4f, latitude %.4f, but its key belongs to"
              + " %s; the coordinate system %s is not right.");
  static final IssueType LEVEL_UNKNOWN =
      IssueType.error(
          "level-unknown",
          "Die Ebene „%s“ ist weder eingebaut noch im Manifest erklärt.",
          "The level '%s' is neither built in nor declared by the manifest.");
  static final IssueType EDITION_UNDATED =
      IssueType.error(
          "edition-undated",
          "Die Ausgabe „%s“ ist neu; das Manifest muss „validFrom“ nennen.",
          "The edition '%s' is new; the manifest must give 'validFrom'.");
  static final IssueType EDITION_CONFLICT =
      IssueType.error(
          "edition-conflict",
          "Die Ausgabe „%s“ gilt schon ab %s, das Manifest nennt %s.",
          "The edition '%s' already holds from %s on, the manifest says %s.");
  static final IssueType EDITION_EMPTY =
      IssueType.error(
          "edition-empty",
          "Die Ausgabe „%s“ hat keine Gebiete der Ebene „%s“; sie müssen vorher eingelesen werden.",
          "The edition '%s' has no areas of the level '%s'; they must be imported before.");
  static final IssueType COLUMN_MISSING =
      IssueType.error(
          "column-missing",
          "Die Datei hat keine Spalte „%s“; vorhanden: %s.",
          "The file has no column '%s'; there are: %s.");
  static final IssueType KEY_MISSING =
      IssueType.error("key-missing", "Objekt %s hat keinen Schlüssel.", "Feature %s has no key.");
  static final IssueType KEY_MALFORMED =
      IssueType.error(
          "key-malformed",
          "„%s“ ist kein Schlüssel der Form %s.",
          "'%s' is no key of the form %s.");
  static final IssueType KEYS_DIFFER =
      IssueType.error(
          "keys-differ",
          "Der Schlüssel %s passt nicht zum ARS %s.",
          "The key %s does not agree with the ARS %s.");
  static final IssueType NAME_MISSING =
      IssueType.error(
          "name-missing",
          "Objekt %s (Schlüssel %s) hat keinen Namen.",
          "Feature %s (key %s) has no name.");
  static final IssueType KEY_TWICE =
      IssueType.error(
          "key-twice",
          "Der Schlüssel %s steht zweimal in der Ausgabe %s: %s, Objekt %s (%s), und Objekt %s"
              + " (%s). Eine Regel „parts“ im Manifest kann Teile zusammenführen oder weglassen.",
          "The key %s stands twice in the edition %s: %s, feature %s (%s), and feature %s (%s). A"
              + " rule 'parts' in the manifest can merge parts or leave them out.");
  static final IssueType ONLY_OTHER_PARTS =
      IssueType.warning(
          "area-without-land",
          "Gebiet %s (%s) hat keine Landfläche und wurde nach der Regel „parts“ weggelassen.",
          "Area %s (%s) has no land and was left out by the rule 'parts'.");
  static final IssueType ZEROS_RESTORED =
      IssueType.note(
          "zeros-restored",
          "Bei %s Schlüsseln wurden führende Nullen nach der Länge ergänzt.",
          "Leading zeros of %s keys were restored by length.");
  static final IssueType NO_AREAS =
      IssueType.error("no-areas", "Die Datei enthält keine Gebiete.", "The file holds no areas.");
  static final IssueType REPAIRED =
      IssueType.warning(
          "geometry-repaired",
          "Die Geometrie von %s (%s) war ungültig und wurde repariert: %s bei Länge %.5f, Breite"
              + " %.5f.",
          "The geometry of %s (%s) was invalid and was repaired: %s at longitude %.5f, latitude"
              + " %.5f.");
  static final IssueType UNREPAIRABLE =
      IssueType.error(
          "geometry-unrepairable",
          "Von der Geometrie von %s (%s) bleibt nach der Reparatur nichts übrig.",
          "Nothing is left of the geometry of %s (%s) after its repair.");
  static final IssueType GAP_CLOSED =
      IssueType.warning(
          "coverage-gap-closed",
          "Eine Lücke zwischen %s wurde geschlossen: %s m², im Mittel %s m breit, bei Länge %.5f,"
              + " Breite %.5f.",
          "A gap between %s was closed: %s m², %s m wide on average, at longitude %.5f, latitude"
              + " %.5f.");
  static final IssueType GAP =
      IssueType.warning(
          "coverage-gap",
          "Zwischen %s ist eine Lücke: %s m², im Mittel %s m breit, bei Länge %.5f, Breite %.5f.",
          "There is a gap between %s: %s m², %s m wide on average, at longitude %.5f, latitude"
              + " %.5f.");
  static final IssueType OVERLAP_RESOLVED =
      IssueType.warning(
          "coverage-overlap-resolved",
          "Eine Überlappung von %s wurde aufgelöst: %s m², im Mittel %s m breit, bei Länge %.5f,"
              + " Breite %.5f.",
          "An overlap of %s was resolved: %s m², %s m wide on average, at longitude %.5f, latitude"
              + " %.5f.");
  static final IssueType OVERLAP =
      IssueType.warning(
          "coverage-overlap",
          "%s überlappen sich: %s m², im Mittel %s m breit, bei Länge %.5f, Breite %.5f.",
          "%s overlap: %s m², %s m wide on average, at longitude %.5f, latitude %.5f.");
  static final IssueType BORDER_MATCHED =
      IssueType.note(
          "coverage-border-matched",
          "Die Grenze zwischen %1$s hatte verschiedene Stützpunkte und hat nun dieselben (bei Länge"
              + " %4$.5f, Breite %5$.5f).",
          "The border between %1$s had different vertices and now has the same (at longitude"
              + " %4$.5f, latitude %5$.5f).");
  static final IssueType BORDER_UNMATCHED =
      IssueType.warning(
          "coverage-border-unmatched",
          "Die Grenze zwischen %1$s hat verschiedene Stützpunkte (bei Länge %4$.5f, Breite"
              + " %5$.5f).",
          "The border between %1$s has different vertices (at longitude %4$.5f, latitude %5$.5f).");
  static final IssueType NOT_DERIVABLE =
      IssueType.error(
          "level-not-derivable",
          "Die Ebene „%s“ lässt sich nicht ableiten: kein Gebiet nennt ein übergeordnetes.",
          "The level '%s' cannot be derived: no area names a coarser one.");
  static final IssueType PARTLY_DERIVED =
      IssueType.warning(
          "level-partly-derived",
          "Auf der Ebene „%s“ gehören %s Gebiete der Ausgabe %s zu keinem übergeordneten, etwa %s.",
          "On the level '%s', %s areas of the edition %s belong to no coarser one, such as %s.");
  static final IssueType ANCESTOR_MISSING =
      IssueType.warning(
          "ancestor-missing",
          "Ausgabe %s: %s Gebiete der Ebene „%s“ nennen Gebiete der Ebene „%s“, die es nicht gibt,"
              + " etwa %s.",
          "Edition %s: %s areas of the level '%s' name areas of the level '%s' that do not exist,"
              + " such as %s.");
  static final IssueType PARENT_MISSING =
      IssueType.error(
          "parent-missing",
          "Gebiet %s (%s) nennt keine Gemeinde; die Spalte „%s“ ist leer.",
          "Area %s (%s) names no municipality; the column '%s' is empty.");
  static final IssueType PARENT_UNKNOWN =
      IssueType.error(
          "parent-unknown",
          "Gebiet %s (%s) soll in der Gemeinde %s liegen, die es in der Ausgabe %s nicht gibt.",
          "Area %s (%s) is said to lie in the municipality %s, which the edition %s does not"
              + " have.");
  static final IssueType OUTSIDE_PARENT =
      IssueType.error(
          "outside-parent",
          "Gebiet %s (%s) liegt nicht in der Gemeinde %s (%s): nur %s %% seiner Fläche sind in"
              + " ihr.",
          "Area %s (%s) does not lie in the municipality %s (%s): only %s %% of its surface are in"
              + " it.");
  static final IssueType IN_NO_PARENT =
      IssueType.error(
          "in-no-parent",
          "Gebiet %s (%s) liegt in keiner Gemeinde der Ausgabe %s; „ancestors“ kann die Spalte mit"
              + " ihrem Schlüssel nennen.",
          "Area %s (%s) lies in no municipality of the edition %s; 'ancestors' can name the column"
              + " of its key.");
  static final IssueType CROSSES_PARENT =
      IssueType.warning(
          "crosses-parent",
          "Gebiet %s (%s) ragt aus der Gemeinde %s hinaus: %s %% seiner Fläche sind in ihr.",
          "Area %s (%s) reaches beyond the municipality %s: %s %% of its surface are in it.");
  static final IssueType TOWN_PARTED =
      IssueType.warning(
          "town-parted",
          "Die Gebiete der Ebene „%3$s“ bedecken nur %4$s %% der Gemeinde %1$s (%2$s). Ihre Werte"
              + " ergeben daher nicht die der Gemeinde.",
          "The areas of the level '%3$s' cover only %4$s %% of the municipality %1$s (%2$s). Their"
              + " values therefore do not make up those of the municipality.");
  static final IssueType KEY_OF_ANOTHER_TOWN =
      IssueType.error(
          "key-of-another-town",
          "Den Schlüssel %s (%s) hat schon ein Gebiet in %s; auf einer Ebene steht jeder Schlüssel"
              + " einmal. Stellen Sie den Schlüssel der Gemeinde voran.",
          "The key %s (%s) is already that of an area in %s; on a level each key stands once. Put"
              + " the key of the municipality before it.");
  static final IssueType TOWNS_KEPT =
      IssueType.note(
          "towns-kept",
          "Die %s Gebiete der Ebene „%s“ in anderen Gemeinden (%s) bleiben.",
          "The %s areas of the level '%s' in other municipalities (%s) are kept.");
  static final IssueType NOT_DERIVABLE_OF_PART =
      IssueType.error(
          "level-not-derivable-of-part",
          "Die Ebene „%s“ ist in der Ausgabe %s schon da; aus Gebieten einzelner Gemeinden wird sie"
              + " nicht abgeleitet.",
          "The edition %2$s has the level '%1$s' already; it is not derived from areas of single"
              + " municipalities.");

  private BoundaryIssues() {}
}
