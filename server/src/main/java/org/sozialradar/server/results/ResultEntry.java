package org.sozialradar.server.results;

import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * A computed result as the list shows it.
 *
 * @param id id of the result, which is an indicator
 * @param kind survey, model or index
 * @param source its data set, with licence and attribution; whether it is invented
 * @param indicator address of the indicator
 * @param values address of its values
 * @param periods its periods, ascending
 */
record ResultEntry(
    String id,
    String kind,
    LocalizedText name,
    LocalizedText description,
    Provenance.Source source,
    String indicator,
    String values,
    List<Period> periods) {

  /**
   * A period of a result.
   *
   * @param definitionSha256 checksum of the file that defines it; null if it has none
   * @param method address of the method document
   * @param page address of the page that explains it
   */
  record Period(String period, String definitionSha256, String method, String page) {
    private static Period of(MethodDocument method) {
      return new Period(
          method.period().id(),
          ResultChoice.read(method).path("definitionSha256").asText(null),
          ResultChoice.address(method),
          ResultChoice.page(method));
    }
  }

  static ResultEntry of(Snapshot snapshot, List<MethodDocument> methods) {
    var newest = methods.get(methods.size() - 1);
    var indicator = snapshot.indicators().get(newest.indicatorId());
    return new ResultEntry(
        indicator.id(),
        newest.kind().label(),
        indicator.name(),
        indicator.description(),
        Provenance.of(snapshot, List.of(newest.datasetId())).sources().get(0),
        "/api/indicators/" + indicator.id(),
        "/api/indicators/" + indicator.id() + "/values",
        methods.stream().map(Period::of).toList());
  }
}
