package org.sozialradar.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;

/**
 * Answers the files of the page. Those under {@code assets} carry a hash in their names and never
 * change; the others are asked about each time.
 */
public final class PageResource implements Resource {
  private static final String ROOT = "dashboard/";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}");
  private static final Map<String, HttpField> TYPES =
      Map.of(
          "html", Content.type("text/html; charset=utf-8"),
          "css", Content.type("text/css; charset=utf-8"),
          "js", Content.type("text/javascript; charset=utf-8"),
          "mjs", Content.type("text/javascript; charset=utf-8"),
          "svg", Content.type("image/svg+xml"),
          "json", Content.type("application/json"),
          "txt", Content.type("text/plain; charset=utf-8"));
  private static final Map<String, HttpField> COMPRESSED_TYPES =
      Map.of("png", Content.type("image/png"), "woff2", Content.type("font/woff2"));

  private final Map<String, Content> files = new ConcurrentHashMap<>();

  @Override
  public List<Route> routes() {
    return List.of(
        Route.lenient("/", query -> file("index.html", CachePolicy.REVALIDATE)),
        Route.of("/favicon.svg", query -> file("favicon.svg", CachePolicy.REVALIDATE)),
        Route.of("/licences.txt", query -> file("licences.txt", CachePolicy.REVALIDATE)),
        Route.of("/assets/{file}", PageResource.this::asset));
  }

  private Answer asset(Query query) {
    String name = query.path("file");
    if (!NAME.matcher(name).matches()) {
      throw ProblemException.of(ProblemType.UNKNOWN_ADDRESS);
    }
    return file("assets/" + name, CachePolicy.IMMUTABLE);
  }

  private Content file(String path, CachePolicy cache) {
    return Optional.ofNullable(files.get(path))
        .orElseGet(() -> files.computeIfAbsent(path, unused -> read(path, cache)));
  }

  private static Content read(String path, CachePolicy cache) {
    var loader = PageResource.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        throw ProblemException.of(ProblemType.UNKNOWN_ADDRESS);
      }
      return content(path.substring(path.lastIndexOf('.') + 1), in.readAllBytes(), cache);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Content content(String ending, byte[] bytes, CachePolicy cache) {
    if (TYPES.containsKey(ending)) {
      return Content.of(TYPES.get(ending), bytes, cache);
    }
    if (COMPRESSED_TYPES.containsKey(ending)) {
      return Content.asItIs(COMPRESSED_TYPES.get(ending), bytes, cache);
    }
    throw new IllegalStateException("the page has a file of unknown type: " + ending);
  }
}
