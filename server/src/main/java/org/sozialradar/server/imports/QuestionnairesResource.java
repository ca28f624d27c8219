package org.sozialradar.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;

/** Tells the questionnaires that come with the product, to be used as they are or adapted. */
public final class QuestionnairesResource implements Resource {
  /** The files in the folder of questionnaires, which is packed with the server. */
  static final List<String> FILES = List.of("sozialraum.yaml", "sicherheit.yaml");

  /**
   * A questionnaire as it is told.
   *
   * @param id id of the questionnaire
   * @param title its title
   * @param file name of its file
   * @param text the file
   */
  record QuestionnaireView(String id, LocalizedText title, String file, String text) {}

  /** All of them. */
  record QuestionnairesView(List<QuestionnaireView> questionnaires) {}

  @Override
  public List<Route> routes() {
    return List.of(Route.of("/api/admin/questionnaires", query -> list()));
  }

  private static Answer list() {
    return Json.content(
        new QuestionnairesView(FILES.stream().map(QuestionnairesResource::view).toList()),
        CachePolicy.NEVER);
  }

  private static QuestionnaireView view(String file) {
    byte[] yaml = bytes(file);
    var questionnaire = QuestionnaireFile.read(yaml, file).questionnaire();
    return new QuestionnaireView(
        questionnaire.id(), questionnaire.title(), file, new String(yaml, StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String file) {
    var place = "questionnaires/" + file;
    try (InputStream in = QuestionnairesResource.class.getResourceAsStream(place)) {
      if (in == null) {
        throw new IllegalStateException("the server was packed without " + place);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
