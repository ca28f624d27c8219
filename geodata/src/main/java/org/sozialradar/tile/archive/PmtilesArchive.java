package org.sozialradar.tile.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongConsumer;
import org.sozialradar.tile.AttributeSource;
import org.sozialradar.tile.LonLatBounds;
import org.sozialradar.tile.TileCoord;
import org.sozialradar.tile.TilePyramid;

/**
 * Writes all tiles of a layer as one PMTiles archive, version 3, which a browser can read from any
 * web server that answers ranges of bytes. Equal tiles are kept once; the same layer gives the same
 * bytes. Stateless.
 *
 * <p>Source: PMTiles specification, version 3, github.com/protomaps/PMTiles.
 */
public final class PmtilesArchive {
  /** What a client reads at first: header and root directory must fit into it. */
  private static final int FIRST_READ = 16_384;

  private PmtilesArchive() {}

  /**
   * Writes an archive. The file appears whole or not at all; one that was there is replaced.
   *
   * @param pyramid a layer that holds something
   * @param attributes further attributes of its features
   * @param metadata the description as JSON in UTF-8, an object; vector tiles need its member
   *     {@code vector_layers}
   * @param progress hears how many of {@link #countTiles} were looked at, a number at a time
   * @throws IllegalArgumentException if the layer is empty
   * @throws IOException if the file cannot be written
   */
  public static void write(
      TilePyramid pyramid,
      AttributeSource attributes,
      byte[] metadata,
      Path file,
      LongConsumer progress)
      throws IOException {
    var bounds = boundsOf(pyramid);
    var folder = file.toAbsolutePath().getParent();
    var tiles = Files.createTempFile(folder, ".tiles", ".part");
    var draft = Files.createTempFile(folder, ".archive", ".part");
    try {
      var index = writeTiles(pyramid, attributes, bounds, tiles, progress);
      assemble(index, metadata, pyramid.maxZoom(), bounds, tiles, draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(tiles);
      Files.deleteIfExists(draft);
    }
  }

  /** How many tiles of all zooms lie over a layer; many of them may be empty. */
  public static long countTiles(TilePyramid pyramid) {
    return TileSequence.over(boundsOf(pyramid), pyramid.maxZoom()).count();
  }

  private static LonLatBounds boundsOf(TilePyramid pyramid) {
    return pyramid
        .bounds()
        .orElseThrow(() -> new IllegalArgumentException("an empty layer: " + pyramid.layer()));
  }

  private static TileIndex writeTiles(
      TilePyramid pyramid,
      AttributeSource attributes,
      LonLatBounds bounds,
      Path file,
      LongConsumer progress)
      throws IOException {
    var index = new TileIndex();
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      var sequence = TileSequence.over(bounds, pyramid.maxZoom());
      for (var tile : (Iterable<TileCoord>) sequence::iterator) {
        append(tile, pyramid.encode(tile, attributes), index, out);
        progress.accept(1);
      }
    }
    return index;
  }

  private static void append(TileCoord tile, byte[] encoded, TileIndex index, OutputStream out)
      throws IOException {
    if (encoded.length > 0) {
      byte[] zipped = Gzip.compress(encoded);
      if (index.add(HilbertOrder.idOf(tile), zipped)) {
        out.write(zipped);
      }
    }
  }

  private static void assemble(
      TileIndex index, byte[] metadata, int maxZoom, LonLatBounds bounds, Path tiles, Path draft)
      throws IOException {
    var directories = Directories.of(index.entries(), FIRST_READ - ArchiveHeader.BYTES);
    byte[] described = Gzip.compress(metadata);
    var header =
        new ArchiveHeader(
            directories.root().length,
            described.length,
            directories.leaves().length,
            index.bytes(),
            index.addressed(),
            index.entries().size(),
            index.contents(),
            maxZoom,
            bounds);
    var parts = List.of(header.toBytes(), directories.root(), described, directories.leaves());
    try (var out = Files.newOutputStream(draft)) {
      for (byte[] part : parts) {
        out.write(part);
      }
      Files.copy(tiles, out);
    }
    sync(draft);
  }

  /** On the disk before it gets its name: a power cut must not leave a name with half a file. */
  private static void sync(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
