package org.sozialradar.release;

import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;

/**
 * A data set that a release rests on.
 *
 * @param id of the data set
 * @param title what it is called
 * @param publisher who publishes it
 * @param licence its terms
 * @param attribution the line that must show wherever the data shows
 * @param vintage state of the data
 * @param example whether its values are invented
 */
public record ReleaseSource(
    String id,
    LocalizedText title,
    String publisher,
    Licence licence,
    String attribution,
    String vintage,
    boolean example) {

  /** What a release says of a data set. */
  public static ReleaseSource of(Dataset dataset) {
    return new ReleaseSource(
        dataset.id(),
        dataset.title(),
        dataset.publisher(),
        dataset.licence(),
        dataset.attribution(),
        dataset.vintage(),
        dataset.example());
  }
}
