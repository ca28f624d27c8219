package org.sozialradar.server.tiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.Progress;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.tile.archive.PmtilesArchive;

/**
 * A layer as one PMTiles archive. Its tiles hold the same bytes that the server sends; its
 * description says where they come from, on what terms and whether anything in it was invented.
 */
public final class TileArchive {
  private static final LocalizedText STEP = new LocalizedText("Kacheln schneiden", "Cutting tiles");

  private static final int MOST_COLUMNS = Integer.MAX_VALUE;

  private final LayerDescription layer;

  private TileArchive(LayerDescription layer) {
    this.layer = layer;
  }

  /**
   * A layer of the store's current revision.
   *
   * @param edition id; empty for the edition that is shown first
   * @param wanted columns of values inside the tiles, as in {@link TileColumns}
   * @throws org.sozialradar.server.http.ProblemException if something of it is not there
   */
  public static TileArchive of(
      GeodataStore store, String layer, String edition, List<String> wanted) {
    var snapshot = Snapshots.read(store);
    String chosen = edition.isEmpty() ? snapshot.defaultEdition() : edition;
    return new TileArchive(LayerDescription.of(snapshot, chosen, layer, wanted, MOST_COLUMNS));
  }

  /**
   * Writes the archive, whole or not at all.
   *
   * @throws IOException if the file cannot be written
   */
  public void write(Path file, Progress progress) throws IOException {
    var pyramid = layer.pyramid();
    var attributes = layer.columns().attributes();
    byte[] description = Json.MAPPER.writeValueAsBytes(description());
    try (var step = progress.begin(STEP, PmtilesArchive.countTiles(pyramid))) {
      PmtilesArchive.write(pyramid, attributes, description, file, step::advance);
    }
  }

  private Map<String, Object> description() {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", layer.layer());
    json.put("type", "overlay");
    json.put("format", "pbf");
    json.put("edition", layer.edition());
    json.put("revision", layer.snapshot().revision().number());
    json.put("stamp", layer.snapshot().stamp());
    json.putAll(layer.describe());
    return json;
  }
}
