package org.sozialradar.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;
import org.sozialradar.store.GeodataStore;

/**
 * Runs imports: each data package is read, checked and stored in one transaction, or nothing of it.
 *
 * <p>Safe for use by many threads, one import each; the store decides which of two commits wins.
 */
public final class Importer {
  private final Map<String, ResourceImporter<?>> importers = new LinkedHashMap<>();
  private final ManifestReader reader;
  private final ImportLimits limits;
  private final Clock clock;

  public Importer(Collection<ResourceImporter<?>> importers, ImportLimits limits, Clock clock) {
    for (var importer : importers) {
      if (this.importers.putIfAbsent(importer.kind(), importer) != null) {
        throw new IllegalStateException("two importers of the kind " + importer.kind());
      }
    }
    this.reader = new ManifestReader(importers, limits);
    this.limits = limits;
    this.clock = clock;
  }

  /** An importer of all kinds that are installed as services. */
  public static Importer installed(ImportLimits limits, Clock clock) {
    var found = new ArrayList<ResourceImporter<?>>();
    ServiceLoader.load(ResourceImporter.class).forEach(found::add);
    return new Importer(found, limits, clock);
  }

  public ManifestReader manifestReader() {
    return reader;
  }

  /**
   * Runs an import. A package with errors is rejected whole. An import does not read on after a
   * rejected package, since later ones may build on it; a dry run does.
   *
   * @throws org.sozialradar.store.StoreException if the store fails; the package at hand is then
   *     not in it, those before it are
   */
  public ImportReport run(ImportRequest request, GeodataStore store, Progress progress) {
    long start = System.nanoTime();
    var reports = new ArrayList<PackageReport>();
    Holdings before = new StoreHoldings(store);
    boolean stopped = false;
    for (var part : parts(request, reports)) {
      if (stopped) {
        reports.add(unread(part.input()));
        continue;
      }
      var run = new PackageImport(importers, reader, limits, part, request.dataFolders());
      before = run.read(before, progress);
      reports.add(request.dryRun() ? run.checked() : run.stored(store, clock));
      stopped = !request.dryRun() && run.isRejected();
      before = request.dryRun() ? before : new StoreHoldings(store);
    }
    return new ImportReport(
        request.dryRun(), clock.instant(), (System.nanoTime() - start) / 1e9, reports);
  }

  /** The parts in order; files of one manifest together. A file that means nothing stops all. */
  private List<ImportPlan.Part> parts(ImportRequest request, List<PackageReport> reports) {
    var plan = new ImportPlan(reader, request.manifestFolders());
    var parts = new LinkedHashMap<Path, ImportPlan.Part>();
    for (var input : request.inputs()) {
      try {
        var part = plan.partOf(input);
        parts.merge(part.manifest().toAbsolutePath().normalize(), part, Importer::both);
      } catch (InputRejectedException e) {
        reports.add(rejected(input, e.issue()));
      }
    }
    if (reports.isEmpty() || request.dryRun()) {
      return List.copyOf(parts.values());
    }
    parts.values().forEach(part -> reports.add(unread(part.input())));
    return List.of();
  }

  static ImportPlan.Part both(ImportPlan.Part one, ImportPlan.Part other) {
    var resources = new LinkedHashMap<>(one.resources());
    resources.putAll(other.resources());
    boolean all = one.resources().isEmpty() || other.resources().isEmpty();
    return new ImportPlan.Part(one.input(), one.manifest(), all ? Map.of() : resources);
  }

  private static PackageReport rejected(Path input, ImportIssue issue) {
    return new PackageReport(
        input.getFileName().toString(),
        Outcome.REJECTED,
        0,
        List.of(),
        Map.of(issue.code(), 1L),
        List.of(issue),
        List.of());
  }

  private static PackageReport unread(Path input) {
    return new PackageReport(
        input.getFileName().toString(),
        Outcome.NOT_READ,
        0,
        List.of(),
        Map.of(),
        List.of(),
        List.of());
  }
}
