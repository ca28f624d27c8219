package org.sozialradar.server.exports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Etags;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.http.Streamed;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;

/** Hands out what was chosen, as a package or as a bare file. */
public final class ExportsResource implements Resource {
  private static final HttpField ZIP = Content.type("application/zip");

  private static final HttpField VARY_ACCEPT =
      new HttpField(HttpHeader.VARY, HttpHeader.ACCEPT.asString());

  private static final HttpField VARY_LANGUAGE =
      new HttpField(HttpHeader.VARY, HttpHeader.ACCEPT_LANGUAGE.asString());

  private final Snapshots snapshots;
  private final ContentCache cache;
  private final ExportWorkshop workshop;
  private final String version;

  /**
   * The resource.
   *
   * @param version version of the product: another one may write other bytes
   */
  public ExportsResource(
      Snapshots snapshots, ContentCache cache, ExportWorkshop workshop, String version) {
    this.snapshots = snapshots;
    this.cache = cache;
    this.workshop = workshop;
    this.version = version;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.costly("/api/exports", ExportChoice.PARAMETERS, this::answer));
  }

  private Answer answer(Query query) {
    long erasures = workshop.erasures();
    var snapshot = snapshots.current();
    var named = query.find("format").isPresent() ? List.<HttpField>of() : List.of(VARY_ACCEPT);
    return AcceptedFormat.of(query)
        .map(accepted -> export(snapshot, accepted, named, erasures))
        .orElseGet(() -> offer(snapshot));
  }

  private Answer offer(Snapshot snapshot) {
    return cache.get(
        "exports@" + snapshot.revision().number(),
        () -> {
          byte[] offer = Json.bytes(ExportOffer.of(snapshot));
          return Content.of(Json.TYPE, offer, CachePolicy.REVALIDATE, List.of(VARY_ACCEPT));
        });
  }

  private Answer export(Snapshot snapshot, Query query, List<HttpField> more, long erasures) {
    var choice = ExportChoice.of(snapshot, query);
    boolean text = !choice.packed() && choice.format().features().isText();
    return new Streamed(
        choice.packed() ? ZIP : Content.type(choice.format().features().mediaType()),
        text,
        tag(choice, query),
        Stream.concat(more.stream(), fields(choice, query).stream()).toList(),
        order -> workshop.begin(choice, order, erasures));
  }

  private String tag(ExportChoice choice, Query query) {
    var snapshot = choice.snapshot();
    var parameters = new ArrayList<String>();
    parameters.add(version + "/" + snapshot.revision().number() + "/" + snapshot.stamp());
    parameters.add(choice.language().tag() + "/" + choice.baseUrl());
    ExportChoice.PARAMETERS.stream()
        .sorted()
        .forEach(name -> parameters.add(name + "=" + query.find(name).orElse("")));
    return Etags.of(String.join("&", parameters).getBytes(StandardCharsets.UTF_8));
  }

  private static List<HttpField> fields(ExportChoice choice, Query query) {
    var fields = new ArrayList<HttpField>();
    if (query.find("lang").isEmpty()) {
      fields.add(VARY_LANGUAGE);
    }
    fields.add(
        new HttpField("Content-Disposition", "attachment; filename=\"" + choice.fileName() + "\""));
    var links = new ArrayList<String>();
    choice.datasets().stream()
        .map(Dataset::licence)
        .map(Licence::url)
        .filter(
            url -> !url.isEmpty() && url.chars().noneMatch(c -> c <= ' ' || c == '>' || c > '~'))
        .distinct()
        .forEach(url -> links.add("<" + url + ">; rel=\"license\""));
    links.add("<" + Query.root(choice.baseUrl()) + "/api/catalog>; rel=\"describedby\"");
    fields.add(new HttpField("Link", links.stream().collect(Collectors.joining(", "))));
    return fields;
  }
}
