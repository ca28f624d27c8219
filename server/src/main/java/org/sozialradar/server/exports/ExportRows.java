package org.sozialradar.server.exports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.export.feature.ExportMetadata;
import org.sozialradar.server.snapshot.AreaEntry;

/** Which areas or features a choice takes, and the tables of them. Immutable. */
final class ExportRows {
  private final ExportChoice choice;
  private final List<String> ids;

  private ExportRows(ExportChoice choice, List<String> ids) {
    this.choice = choice;
    this.ids = List.copyOf(ids);
  }

  /**
   * Looks through all areas or features; a filter by place may have to read boundaries first, which
   * takes seconds for a country.
   *
   * @throws IOException if nobody wants them any more
   */
  static ExportRows of(ExportChoice choice, ExportBounds bounds) throws IOException {
    var collection = choice.collection();
    var within = Optional.of(choice.within()).filter(key -> !key.isEmpty()).map(AreaCode::new);
    var ids = new ArrayList<String>();
    for (String id : collection.ids()) {
      bounds.requireWanted();
      if (within.map(code -> isWithin(choice, id, code)).orElse(true) && isChosen(choice, id)) {
        ids.add(id);
      }
    }
    return new ExportRows(choice, ids);
  }

  private static boolean isChosen(ExportChoice choice, String id) {
    return choice
        .filter()
        .map(
            filter ->
                choice.collection().find(id).filter(one -> filter.matches(one.row())).isPresent())
        .orElse(true);
  }

  private static boolean isWithin(ExportChoice choice, String id, AreaCode code) {
    var chosen = choice.values().orElseThrow();
    return choice
        .snapshot()
        .areas(chosen.edition().id())
        .find(chosen.level().id(), new AreaCode(id))
        .filter(area -> isWithin(area, code))
        .isPresent();
  }

  /** Whether an area is the one of a key or lies in it. */
  static boolean isWithin(AreaEntry area, AreaCode code) {
    return area.code().equals(code) || area.ancestors().containsValue(code);
  }

  ExportChoice choice() {
    return choice;
  }

  /** Ids of the areas or features, ascending. */
  List<String> ids() {
    return ids;
  }

  /**
   * A row for each area or feature.
   *
   * @param shapes whether they have their geometries
   */
  WideRows wide(boolean shapes) {
    return WideRows.of(this, shapes);
  }

  /** A row for each area, without values. */
  ExportTable areas() {
    return WideRows.ofAreas(this);
  }

  /** What the columns of the table with a row for each area mean. */
  ExportTable codebook() {
    return new CodebookRows(wide(false));
  }

  /** Where it all comes from. */
  ExportMetadata metadata() {
    return new ExportMetadata(
        choice.datasets(),
        choice.snapshot().revision().number(),
        choice.snapshot().revision().createdAt(),
        new Citation(choice).text(choice.language()),
        choice.language().tag(),
        new ExportMethods(choice).list());
  }
}
