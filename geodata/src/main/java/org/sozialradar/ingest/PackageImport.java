package org.sozialradar.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.dataset.SourceFile;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;
import org.sozialradar.ingest.ImportReport.ResourceReport;
import org.sozialradar.store.GeodataStore;

/** One data package on its way in. Used once, by one thread. */
final class PackageImport {
  private static final IssueType HASH_DIFFERS =
      IssueType.error(
          "checksum-differs",
          "Die Datei hat nicht die Prüfsumme, die das Manifest nennt: %s",
          "The file does not have the checksum that the manifest names: %s");
  private static final LocalizedText STORING = new LocalizedText("Speichern", "Storing");

  private final Map<String, ResourceImporter<?>> importers;
  private final ManifestReader reader;
  private final ImportLimits limits;
  private final ImportPlan.Part part;
  private final DataFiles files;
  private final ImportIssues issues = new ImportIssues();
  private final List<Reading<?>> readings = new ArrayList<>();
  private String name;
  private BatchBuilder batch;
  private Manifest manifest;
  private StepTimes times = new StepTimes(Progress.silent());

  PackageImport(
      Map<String, ResourceImporter<?>> importers,
      ManifestReader reader,
      ImportLimits limits,
      ImportPlan.Part part,
      List<Path> dataFolders) {
    this.importers = importers;
    this.reader = reader;
    this.limits = limits;
    this.part = part;
    this.files = new DataFiles(dataFolders);
    this.name = part.manifest().getFileName().toString();
  }

  /** A resource with its importer, so that their types stay together. */
  private record Reading<S extends ResourceSettings>(
      ResourceImporter<S> importer, ResourceInput<S> input) {
    void read(BatchBuilder batch) {
      var what = input.file().name();
      try (var step =
          input.progress().begin(new LocalizedText(what + " lesen", "Reading " + what), -1)) {
        importer.read(input, batch);
        step.advance(0);
      }
    }

    void finish(BatchBuilder batch) {
      importer.finish(input, batch);
    }

    ResourceReport report() {
      var counts = new LinkedHashMap<String, Long>();
      input.tally().counts().forEach((count, number) -> counts.put(count.id(), number));
      return new ResourceReport(
          input.resource().name(), importer.kind(), input.file().source(), counts);
    }
  }

  /** Reads all; what it finds is in the answer if there were no errors. */
  Holdings read(Holdings before, Progress progress) {
    times = new StepTimes(progress);
    try {
      manifest = reader.read(part.manifest());
      name = manifest.name();
      batch = new BatchBuilder(manifest, before);
      for (var resource : manifest.resources()) {
        if (part.resources().isEmpty() || part.resources().containsKey(resource.fileName())) {
          readOne(resource);
        }
      }
      if (!issues.hasErrors()) {
        readings.forEach(reading -> reading.finish(batch));
        new IndicatorChecks(batch, isComplete(), issues).run();
        LayerNames.check(batch, issues);
      }
      if (!issues.hasErrors()) {
        new ConvertibilityCheck(batch, issues).run();
        new ReplacementCheck(batch, isComplete(), issues).run();
      }
    } catch (InputRejectedException e) {
      issues.add(e.issue());
    } catch (InvalidSettingException e) {
      var place = IssuePlace.ofFile(part.manifest().getFileName().toString());
      issues.add(ManifestReader.INVALID.at(place, "", "radar", e.text()));
    }
    return isRejected() ? before : batch;
  }

  private void readOne(ManifestResource resource) {
    var importer =
        importers.values().stream()
            .filter(one -> one.settingsType() == resource.radar().getClass())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no importer of " + resource.name()));
    var reading = reading(importer, resource);
    readings.add(reading);
    reading.read(batch);
  }

  private <S extends ResourceSettings> Reading<S> reading(
      ResourceImporter<S> importer, ManifestResource resource) {
    var settings = importer.settingsType().cast(resource.radar());
    return new Reading<>(
        importer,
        new ResourceInput<>(
            manifest, resource, settings, file(resource), issues, new Tally(), times));
  }

  private InputFile file(ManifestResource resource) {
    var folder = part.manifest().toAbsolutePath().getParent();
    var given = part.resources().get(resource.fileName());
    var file = InputFile.of(given == null ? files.get(resource, folder) : given, limits);
    String hash = "sha256:" + file.source().sha256();
    if (!resource.hash().isEmpty() && !resource.hash().equals(hash)) {
      throw new InputRejectedException(
          HASH_DIFFERS.at(IssuePlace.ofFile(file.name()), hash, resource.hash()));
    }
    return file;
  }

  boolean isRejected() {
    return issues.hasErrors();
  }

  /** The report of a dry run. */
  PackageReport checked() {
    return report(isRejected() ? Outcome.REJECTED : Outcome.CHECKED, 0);
  }

  /** Stores the batch unless it is rejected, and reports. */
  PackageReport stored(GeodataStore store, Clock clock) {
    if (isRejected()) {
      return report(Outcome.REJECTED, 0);
    }
    return report(Outcome.STORED, commit(store, clock));
  }

  private long commit(GeodataStore store, Clock clock) {
    try (var step = times.begin(STORING, 1)) {
      var revision = store.commit(batch.build(dataset(clock), isComplete()));
      step.advance(1);
      return revision.number();
    }
  }

  private boolean isComplete() {
    return readings.size() == manifest.resources().size();
  }

  private Dataset dataset(Clock clock) {
    var radar = manifest.radar();
    return new Dataset(
        manifest.name(),
        radar.title(),
        radar.publisher(),
        manifest.licenses().get(0).toLicence(),
        radar.attribution(),
        radar.vintage(),
        radar.example(),
        sources(),
        clock.instant());
  }

  /** The data files and the manifest, which decides what they mean. */
  private List<SourceFile> sources() {
    var data = readings.stream().map(reading -> reading.input().file().source());
    return Stream.concat(data, Stream.of(InputFile.of(part.manifest(), limits).source()))
        .distinct()
        .toList();
  }

  private PackageReport report(Outcome outcome, long revision) {
    return new PackageReport(
        name,
        outcome,
        revision,
        readings.stream().map(Reading::report).toList(),
        issues.counts(),
        issues.listed(),
        times.times());
  }
}
