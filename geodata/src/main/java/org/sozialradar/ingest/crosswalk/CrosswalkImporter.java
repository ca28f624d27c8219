package org.sozialradar.ingest.crosswalk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ResourceImporter;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.crosswalk.CrosswalkSettings.KeyEdition;

/** Imports crosswalks with shares by area and population. */
public final class CrosswalkImporter implements ResourceImporter<CrosswalkSettings> {
  private static final int NAMED = 10;

  @Override
  public String kind() {
    return "crosswalk";
  }

  @Override
  public Class<CrosswalkSettings> settingsType() {
    return CrosswalkSettings.class;
  }

  @Override
  public void read(ResourceInput<CrosswalkSettings> input, BatchBuilder batch) {
    var settings = input.settings();
    var rows = CrosswalkRows.read(input);
    var links = new ShareSums(input).links(rows);
    var before = new TreeMap<AreaCode, String>();
    var after = new TreeMap<AreaCode, String>();
    var firstRows = new HashMap<AreaCode, Long>();
    for (var row : rows) {
      before.putIfAbsent(row.from(), row.fromName());
      after.putIfAbsent(row.to(), row.toName());
      firstRows.putIfAbsent(row.from(), row.number());
      firstRows.putIfAbsent(row.to(), row.number());
    }
    join(settings.from(), before, firstRows, input, batch);
    join(settings.to(), after, firstRows, input, batch);
    if (!input.issues().hasErrors()) {
      put(links, input, batch);
    }
  }

  private static void put(
      List<AreaCorrespondence.Link> links,
      ResourceInput<CrosswalkSettings> input,
      BatchBuilder batch) {
    var settings = input.settings();
    batch.putCorrespondence(
        new AreaCorrespondence(
            settings.from().id(), settings.to().id(), settings.level(), batch.datasetId(), links));
    input.tally().add(Count.LINKS_STORED, links.size());
  }

  /** Checks the keys against the edition, or makes the edition of them. */
  private static void join(
      KeyEdition edition,
      SortedMap<AreaCode, String> names,
      Map<AreaCode, Long> rows,
      ResourceInput<CrosswalkSettings> input,
      BatchBuilder batch) {
    String level = input.settings().level();
    if (names.isEmpty()) {
      return;
    }
    if (batch.listCodes(edition.id(), level).isEmpty()) {
      int areas = KeyAreas.put(edition, names, level, batch);
      input.tally().add(Count.AREAS_STORED, areas);
      input
          .issues()
          .add(CrosswalkIssues.EDITION_OF_KEYS.at(input.place(), "", edition.id(), areas));
      return;
    }
    var known = batch.listCodes(edition.id(), level);
    names.keySet().stream()
        .filter(code -> !known.contains(code))
        .forEach(
            code ->
                input
                    .issues()
                    .add(
                        CrosswalkIssues.KEYS_DIFFER.at(
                            input.place(rows.get(code), ""),
                            code.value(),
                            code,
                            edition.id(),
                            level)));
    var without = known.stream().filter(code -> !names.containsKey(code)).toList();
    if (!without.isEmpty()) {
      String some = String.join(", ", without.stream().limit(NAMED).map(AreaCode::value).toList());
      input
          .issues()
          .add(
              CrosswalkIssues.AREAS_WITHOUT_LINK.at(
                  input.place(), "", without.size(), edition.id(), some));
    }
  }
}
