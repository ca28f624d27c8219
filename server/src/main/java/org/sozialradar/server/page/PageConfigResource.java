package org.sozialradar.server.page;

import java.util.List;
import java.util.Optional;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.server.config.LegalConfig;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;

/** Tells the page what it must know of the configuration. */
public final class PageConfigResource implements Resource {
  private final Content answer;

  private record Background(List<String> tiles, String attribution) {}

  /** A text of the operator or, in its place, the address where it stands. */
  private record LegalText(String text, String address) {
    private static LegalText of(Optional<LegalConfig.Statement> statement) {
      return statement
          .map(one -> one.elsewhere() ? at(one.words()) : new LegalText(one.words(), null))
          .orElse(null);
    }

    private static LegalText at(String address) {
      return new LegalText(null, address);
    }
  }

  private record Legal(LegalText imprint, LegalText privacy, LegalText accessibility) {
    private static Legal of(LegalConfig legal) {
      return new Legal(
          LegalText.of(legal.imprint()),
          LegalText.of(legal.privacy()),
          LegalText.of(legal.accessibility()));
    }
  }

  private record PageConfig(
      LocalizedText title,
      Background background,
      List<String> languages,
      String version,
      Legal legal,
      boolean embeddable) {}

  /**
   * What the page shall know.
   *
   * @param version version of the product
   */
  public PageConfigResource(ServerConfig config, String version) {
    var background =
        config.backgroundTiles().isEmpty()
            ? null
            : new Background(List.of(config.backgroundTiles()), config.backgroundAttribution());
    answer =
        Json.content(
            new PageConfig(
                config.title(),
                background,
                List.of("de", "en"),
                version,
                Legal.of(config.legal()),
                !config.exposure().embedOrigins().isEmpty()),
            CachePolicy.REVALIDATE);
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("/api/config", query -> answer));
  }
}
