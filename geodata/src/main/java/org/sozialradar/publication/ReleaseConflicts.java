package org.sozialradar.publication;

import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.ReleaseConflictException;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.survey.microdata.Wave;

/**
 * Says why a wave cannot be published beside what was published of it before, and what to do. What
 * is public stays as it is until somebody decides to delete it.
 */
final class ReleaseConflicts {
  private ReleaseConflicts() {}

  /** The refusal of a wave that does not fit its earlier release. */
  static PublicationException of(ReleaseConflictException.Code code, Wave wave) {
    return refusal("release-conflict", reason(code), wave.surveyId(), wave.period());
  }

  /** The refusal of a wave of which nobody can tell what was published. */
  static PublicationException unreadable(String survey, ReferencePeriod period) {
    return refusal(
        "release-unreadable",
        new LocalizedText(
            "was von der Welle schon veröffentlicht wurde, ist beschädigt oder so aufgezeichnet,"
                + " wie es nur eine frühere Version dieses Programms liest; ohne es zu kennen,"
                + " lässt sich nicht sagen, was zusammen mit ihm jemanden verriete",
            "the record of what was published of the wave is damaged, or of a form that only an"
                + " earlier version of this program reads; without it nobody can tell what would,"
                + " together with it, speak of single persons"),
        survey,
        period);
  }

  private static LocalizedText reason(ReleaseConflictException.Code code) {
    return switch (code) {
      case RESPONDENTS_CHANGED ->
          new LocalizedText(
              "die Welle wurde schon einmal veröffentlicht, mit anderen Befragten in einem Gebiet;"
                  + " der Unterschied verriete Einzelne",
              "the wave was published before, with other respondents in an area; the difference"
                  + " would speak of single persons");
      case CELL_GONE ->
          new LocalizedText(
              "die Welle wurde schon einmal veröffentlicht, mit Gebieten, für die es jetzt keine"
                  + " eigenen Ergebnisse gibt, etwa Gemeindeverbänden; was aus beidem zusammen"
                  + " folgt, lässt sich nicht mehr prüfen",
              "the wave was published before, with areas that get no results of their own now, such"
                  + " as municipal associations; what follows from both together cannot be checked"
                  + " any more");
      case RESULTS_CHANGED ->
          new LocalizedText(
              "die Welle wurde schon einmal veröffentlicht, mit Ergebnissen, die jetzt etwas"
                  + " anderes bedeuten; beide zusammen verrieten Einzelne",
              "the wave was published before, with results that mean something else now; both"
                  + " together would speak of single persons");
    };
  }

  private static PublicationException refusal(
      String code, LocalizedText reason, String survey, ReferencePeriod period) {
    String command = "radar survey delete " + survey + " --wave " + period.id();
    return new PublicationException(
        code,
        reason.de()
            + ". Was veröffentlicht ist, bleibt. Soll die Welle anders erscheinen: „"
            + command
            + "“ nennt, was auf ihr beruht, und löscht es mit „--yes“; danach die Welle mit"
            + " „--after-deletion“ neu einführen",
        reason.en()
            + ". What is published stays. If the wave shall be published otherwise: '"
            + command
            + "' names what rests on it, and deletes it with '--yes'; then import the wave again"
            + " with '--after-deletion'");
  }
}
