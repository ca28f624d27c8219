package org.sozialradar.release;

import java.util.List;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;

/**
 * A release as it is told to programs: written as JSON by its components.
 *
 * @param id its id
 * @param title what it is called
 * @param notes what its readers should know; empty if there is nothing
 * @param revision number of the revision that it was made of
 * @param createdAt when it was made, ISO 8601
 * @param example whether anything in it is invented
 * @param authors whom it is cited by
 * @param citation how to cite it
 * @param files its files
 * @param sources the data sets that it rests on
 * @param withdrawn whether it may no longer be used
 * @param withdrawal since when ({@code at}, ISO 8601) and why ({@code reason}); empty if it may be
 *     used
 */
public record ReleaseView(
    String id,
    LocalizedText title,
    String notes,
    long revision,
    String createdAt,
    boolean example,
    List<String> authors,
    LocalizedText citation,
    List<FileView> files,
    List<ReleaseSource> sources,
    boolean withdrawn,
    Map<String, Object> withdrawal) {
  public ReleaseView {
    authors = List.copyOf(authors);
    files = List.copyOf(files);
    sources = List.copyOf(sources);
    withdrawal = Map.copyOf(withdrawal);
  }

  /**
   * A file as it is told.
   *
   * @param name its name
   * @param title what it holds
   * @param mediaType such as {@code application/zip}
   * @param bytes its length
   * @param sha256 its SHA-256
   * @param href its address on the server, from the root
   */
  public record FileView(
      String name, LocalizedText title, String mediaType, long bytes, String sha256, String href) {}

  /**
   * What is told of a release.
   *
   * @param baseUrl address of the server without a slash at the end, for the citation; empty if it
   *     is not known
   */
  public static ReleaseView of(Release release, String baseUrl) {
    var said = release.description();
    return new ReleaseView(
        release.id(),
        said.title(),
        said.notes(),
        release.revision(),
        release.createdAt().toString(),
        said.sources().stream().anyMatch(ReleaseSource::example),
        said.authors(),
        citation(release, baseUrl),
        said.files().stream().map(file -> view(release, file, root(baseUrl))).toList(),
        said.sources(),
        release.isWithdrawn(),
        release
            .withdrawal()
            .map(one -> Map.<String, Object>of("at", one.at().toString(), "reason", one.reason()))
            .orElse(Map.of()));
  }

  /** Path before ours, where the server stands behind another one. */
  private static String root(String baseUrl) {
    return baseUrl.replaceFirst("^[a-z]+://[^/]*", "");
  }

  private static FileView view(Release release, ReleaseFile file, String root) {
    return new FileView(
        file.name(),
        file.title(),
        file.mediaType(),
        file.bytes(),
        file.sha256(),
        root + path(release.id()) + "/" + file.name());
  }

  /** Path of a release on a server. */
  public static String path(String id) {
    return "/api/releases/" + id;
  }

  private static LocalizedText citation(Release release, String baseUrl) {
    var said = release.description();
    String authors = String.join("; ", said.authors());
    String day = release.createdAt().toString().substring(0, 10);
    String address = baseUrl.isEmpty() ? "" : " " + baseUrl + path(release.id());
    return new LocalizedText(
        "%s: %s. Ausgabe %s vom %s (Revision %d).%s"
            .formatted(authors, said.title().de(), release.id(), day, release.revision(), address),
        "%s: %s. Release %s of %s (revision %d).%s"
            .formatted(authors, said.title().en(), release.id(), day, release.revision(), address));
  }
}
