package org.sozialradar.server.page;

import java.util.List;
import org.sozialradar.dataset.LocalizedText;
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

  private record PageConfig(
      LocalizedText title, Background background, List<String> languages, String version) {}

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
            new PageConfig(config.title(), background, List.of("de", "en"), version),
            CachePolicy.REVALIDATE);
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("/api/config", query -> answer));
  }
}
