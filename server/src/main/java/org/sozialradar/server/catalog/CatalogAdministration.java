package org.sozialradar.server.catalog;

import java.util.List;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshots;

/**
 * The catalogue once more, for the page of the administration: it asks no other server than its
 * own. Belongs behind the gate of the admin port.
 */
public final class CatalogAdministration implements Resource {
  private final Snapshots snapshots;
  private final String root;

  /**
   * The catalogue of what is served.
   *
   * @param root path below which clients see the public port, without a slash at the end
   */
  public CatalogAdministration(Snapshots snapshots, String root) {
    this.snapshots = snapshots;
    this.root = root;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of(
            "/api/admin/catalog",
            query -> Json.content(Catalogs.of(snapshots.current(), root), CachePolicy.NEVER)));
  }
}
