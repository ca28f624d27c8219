package org.sozialradar.server.releases;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.release.Release;
import org.sozialradar.release.ReleaseFile;
import org.sozialradar.release.ReleaseFolder;
import org.sozialradar.release.ReleaseStore;
import org.sozialradar.release.ReleaseView;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.FileContent;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;

/**
 * Answers which releases there are and hands out their files. The record is asked each time, so
 * that one that was withdrawn anywhere is withdrawn at once everywhere.
 */
public final class ReleasesResource implements Resource {
  private static final Logger LOG = LoggerFactory.getLogger(ReleasesResource.class);
  private static final List<String> TYPES = List.of("application/json", "text/html");
  private static final List<HttpField> VARYING = List.of(new HttpField(HttpHeader.VARY, "Accept"));
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

  private final String path;
  private final Supplier<ReleaseStore> store;
  private final Optional<ReleaseFolder> folder;
  private final boolean files;

  private ReleasesResource(
      String path, Supplier<ReleaseStore> store, Optional<ReleaseFolder> folder, boolean files) {
    this.path = path;
    this.store = store;
    this.folder = folder;
    this.files = files;
  }

  /**
   * The releases for everybody, with their files.
   *
   * @param store their records, as the store has them now
   * @param folder keeps their files; empty if this server has none
   */
  public static ReleasesResource ofEverybody(
      Supplier<ReleaseStore> store, Optional<ReleaseFolder> folder) {
    return new ReleasesResource("/api/releases", store, folder, true);
  }

  /** The same without the files, for the admin port. */
  public static ReleasesResource ofAdministration(Supplier<ReleaseStore> store) {
    return new ReleasesResource("/api/admin/releases", store, Optional.empty(), false);
  }

  @Override
  public List<Route> routes() {
    var list = Route.costly(path, Set.of(), this::list);
    var one = Route.costly(path + "/{id}", Set.of(), this::one);
    return files
        ? List.of(list, one, Route.costly(path + "/{id}/{file}", Set.of(), this::file))
        : List.of(list, one);
  }

  /**
   * Releases as they are told.
   *
   * @param releases all, the newest first, withdrawn ones among them
   */
  public record ReleasesView(List<ReleaseView> releases) {}

  private Answer list(Query query) {
    boolean html = wantsHtml(query);
    var views =
        store.get().list().stream().map(one -> ReleaseView.of(one, query.baseUrl())).toList();
    return html
        ? ReleasePage.ofAll(views, query.language(), query.root())
        : json(new ReleasesView(views));
  }

  private Answer one(Query query) {
    boolean html = wantsHtml(query);
    var view = ReleaseView.of(get(query.path("id")), query.baseUrl());
    return html ? ReleasePage.of(view, query.language(), query.root()) : json(view);
  }

  private static Answer json(Object view) {
    return Content.of(Json.TYPE, Json.bytes(view), CachePolicy.REVALIDATE, VARYING);
  }

  private static boolean wantsHtml(Query query) {
    return query.negotiate(TYPES).equals("text/html");
  }

  private Release get(String id) {
    var found = Release.isId(id) ? store.get().find(id) : Optional.<Release>empty();
    return found.orElseThrow(
        () -> ProblemException.ofParameter(ProblemType.UNKNOWN_RELEASE, "id", id));
  }

  private Answer file(Query query) {
    var release = get(query.path("id"));
    var withdrawal = release.withdrawal();
    if (withdrawal.isPresent()) {
      throw ProblemException.of(
          ProblemType.RELEASE_WITHDRAWN,
          release.id(),
          DAY.format(withdrawal.get().at()),
          query.language().of(withdrawal.get().reason()));
    }
    var file = find(release, query.path("file"));
    return new FileContent(
        path(release, file),
        file.bytes(),
        file.sha256(),
        Content.type(file.mediaType()),
        CachePolicy.REVALIDATE, // It may be withdrawn.
        List.of(digest(file), disposition(release, file)));
  }

  private static ReleaseFile find(Release release, String name) {
    return release
        .findFile(name)
        .orElseThrow(
            () ->
                ProblemException.ofParameter(
                    ProblemType.UNKNOWN_RELEASE_FILE,
                    "file",
                    release.id(),
                    name,
                    release.description().files().stream()
                        .map(ReleaseFile::name)
                        .collect(Collectors.joining(", "))));
  }

  private Path path(Release release, ReleaseFile file) {
    try {
      return folder
          .orElseThrow(() -> new IOException("this server has no folder for releases"))
          .get(release, file);
    } catch (IOException damaged) {
      LOG.error(
          "{} of release {} is not given out: {}", file.name(), release.id(), damaged.getMessage());
      throw ProblemException.of(ProblemType.RELEASE_DAMAGED, release.id(), file.name());
    }
  }

  /** The checksum after RFC 9530. */
  private static HttpField digest(ReleaseFile file) {
    byte[] sha256 = HexFormat.of().parseHex(file.sha256());
    return new HttpField(
        "Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");
  }

  /** Two releases have files of one name; saved, they shall not be taken for each other. */
  private static HttpField disposition(Release release, ReleaseFile file) {
    String name =
        file.name().endsWith(".zip")
            ? "sozialradar-" + release.id() + "-" + file.name()
            : file.name();
    return new HttpField(HttpHeader.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }
}
