package org.sozialradar.ingest.boundary;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.ResourceImporter;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.boundary.MergerSettings.DerivedEdition;
import org.sozialradar.store.ImportBatch.AreaSet;

/**
 * Derives later editions of boundaries from an earlier one and a table of mergers (kind {@code
 * mergers}), with the crosswalks between all of them.
 */
public final class MergerImporter implements ResourceImporter<MergerSettings> {

  @Override
  public String kind() {
    return "mergers";
  }

  @Override
  public Class<MergerSettings> settingsType() {
    return MergerSettings.class;
  }

  @Override
  public void read(ResourceInput<MergerSettings> input, BatchBuilder batch) {
    var settings = input.settings();
    var base = batch.listAreas(settings.fromEdition(), settings.level());
    if (base.isEmpty()) {
      Object[] arguments = {settings.fromEdition(), settings.level()};
      throw new InputRejectedException(
          BoundaryIssues.EDITION_EMPTY.at(input.place(), settings.fromEdition(), arguments));
    }
    requireLater(input, batch);
    var codes = new TreeSet<>(base.stream().map(Area::code).toList());
    var mergers = Mergers.read(input, codes);
    if (input.issues().hasErrors()) {
      return;
    }
    var derivations =
        settings.derive().stream()
            .sorted(Comparator.comparing(DerivedEdition::validFrom))
            .map(derived -> new EditionDerivation(derived, base, mergers))
            .toList();
    derivations.forEach(derivation -> put(derivation, input, batch));
    new DerivedLinks(settings.fromEdition(), codes, derivations).put(batch, input);
  }

  private static void requireLater(ResourceInput<MergerSettings> input, BatchBuilder batch) {
    var from = batch.findEdition(input.settings().fromEdition()).map(BoundaryVersion::validFrom);
    for (var derived : input.settings().derive()) {
      if (from.isPresent() && !derived.validFrom().isAfter(from.get())) {
        Object[] arguments = {
          derived.edition(), derived.validFrom(), input.settings().fromEdition(), from.get()
        };
        throw new InputRejectedException(
            MergerIssues.BEFORE_BASE.at(input.place(), derived.edition(), arguments));
      }
    }
  }

  private static void put(
      EditionDerivation derivation, ResourceInput<MergerSettings> input, BatchBuilder batch) {
    var derived = derivation.derived();
    var level = Editions.level(batch, input.settings().level(), input.place());
    Editions.put(
        batch, derived.edition(), derived.validFrom(), derived.editionTitle(), input.place());
    batch.putAreas(new AreaSet(derived.edition(), level, derivation.areas(), List.of()));
    input.tally().add(Count.AREAS_STORED, derivation.areas().size());
    for (var coarser : batch.listLevels(input.settings().fromEdition())) {
      if (coarser.rank() < level.rank() && !coarser.group()) {
        carry(coarser, derivation, input, batch);
      }
    }
  }

  /**
   * Takes a coarser level over as it is, or dissolves it anew where mergers changed its borders.
   */
  private static void carry(
      AreaLevel coarser,
      EditionDerivation derivation,
      ResourceInput<MergerSettings> input,
      BatchBuilder batch) {
    String from = input.settings().fromEdition();
    String edition = derivation.derived().edition();
    var lost = new LostAncestors(coarser.id(), batch.listAreas(from, input.settings().level()));
    var uncertain = lost.findUncertain(derivation);
    if (uncertain.isPresent()) {
      Object[] arguments = {coarser.id(), edition, uncertain.get()};
      input.issues().add(MergerIssues.LEVEL_NOT_CARRIED.at(input.place(), "", arguments));
    } else if (lost.isMoved(derivation)) {
      new LevelDerivation(batch, input.issues(), input.place())
          .derive(edition, derivation.areas(), coarser);
    } else {
      var areas = batch.listAreas(from, coarser.id());
      var pyramid = batch.listCoverages(from, coarser.id());
      batch.putAreas(new AreaSet(edition, coarser, areas, pyramid));
    }
    input.tally().add(Count.AREAS_DERIVED, batch.listAreas(edition, coarser.id()).size());
  }

  @Override
  public void finish(ResourceInput<MergerSettings> input, BatchBuilder batch) {
    Pyramids.complete(batch, input.progress());
    for (var derived : input.settings().derive()) {
      HierarchyCheck.check(batch, derived.edition(), input.settings().level(), input.issues());
    }
  }
}
