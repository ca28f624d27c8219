package org.sozialradar.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.http.SecurityHeaders;

/**
 * Answers the files of a page, either the dashboard or the one of the administration. Those under
 * {@code assets} carry a hash in their names and never change; the others are asked about each
 * time.
 */
public final class PageResource implements Resource {
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

  private static final String ASSETS = "/assets/";

  private static final String ICON = "/favicon.svg";
  private static final String LICENCES = "/licences.txt";

  private final String root;
  private final List<String> pages;
  private final Map<String, Content> files = new ConcurrentHashMap<>();

  private PageResource(String root, List<String> pages) {
    this.root = root;
    this.pages = pages;
  }

  /** The page for everybody, and the same without what a page around it has of its own. */
  public static PageResource ofDashboard() {
    return new PageResource("dashboard/", List.of("/", SecurityHeaders.EMBEDDED));
  }

  /**
   * The page for those who change data. Belongs on the admin port alone; its files need no token,
   * as there is nothing in them.
   */
  public static PageResource ofAdministration() {
    return new PageResource("dashboard/admin/", List.of("/"));
  }

  /** Whether a path is one of a page's files, there or not, and nothing else. */
  public static boolean isFile(String path) {
    return Set.of("/", ICON, LICENCES).contains(path) || path.startsWith(ASSETS);
  }

  @Override
  public List<Route> routes() {
    var files =
        Stream.of(
            Route.of(ICON, query -> file("favicon.svg", CachePolicy.REVALIDATE)),
            Route.of(LICENCES, query -> file("licences.txt", CachePolicy.REVALIDATE)),
            Route.of(ASSETS + "{file}", this::asset));
    return Stream.concat(pages.stream().map(this::page), files).toList();
  }

  /** What stands in the query is the page's own affair. */
  private Route page(String path) {
    return Route.lenient(path, query -> file("index.html", CachePolicy.REVALIDATE));
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

  private Content read(String path, CachePolicy cache) {
    var loader = PageResource.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(root + path)) {
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
