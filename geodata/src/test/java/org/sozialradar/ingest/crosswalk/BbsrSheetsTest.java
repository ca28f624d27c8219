package org.sozialradar.ingest.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.SharedData;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.Progress;
import org.sozialradar.store.Stores;

/** The conversion keys of the BBSR as they are published. */
class BbsrSheetsTest {
  @TempDir Path folder;

  @Test
  void threeSheetsLeadFrom2020To2023() {
    var data = SharedData.require();
    var manifest =
        SharedData.projectRoot().resolve("scripts/manifests/bbsr-crosswalk-de.datapackage.json");
    try (var store = Stores.open(folder.resolve("store").toString())) {
      var importer = Importer.installed(ImportLimits.STANDARD, Clock.systemUTC());
      var request = new ImportRequest(List.of(manifest), List.of(data), List.of(), false);
      var report = importer.run(request, store, Progress.silent()).packages().get(0);
      assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.STORED);
      assertThat(report.count(Count.LINKS_STORED)).isEqualTo(11_004 + 10_995 + 11_000);
      assertThat(report.count(Count.CODES_RESTORED)).isGreaterThan(40_000);
      assertThat(report.count("shares-rounded")).isEqualTo(2);
      assertThat(report.count("shares-of-uninhabited")).isEqualTo(1);
      assertThat(report.count("edition-of-keys")).isEqualTo(4);
      assertThat(store.listAreas("de-2020", "municipality")).hasSize(11_001);
      assertThat(store.listAreas("de-2021", "municipality")).hasSize(10_994);
      assertThat(store.listAreas("de-2022", "municipality")).hasSize(10_990);
      assertThat(store.listAreas("de-2023", "municipality")).hasSize(10_978);
      assertThat(store.listAreas("de-2023", "state")).hasSize(16);
      assertThat(store.listCorrespondences()).hasSize(3);
    }
  }
}
