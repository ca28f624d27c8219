package org.sozialradar.server.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.FastPath;
import org.sozialradar.server.http.NoContent;
import org.sozialradar.server.http.RequestTrace;
import org.sozialradar.tile.TileCoord;

/**
 * Answers tiles from memory, compressed once; what is not there is made once, however many ask for
 * it at the same time. Passes on to the handler that is set all that is not the address of a tile.
 * A tile that could not be made is not kept.
 */
public final class TileHandler extends Handler.Wrapper implements FastPath {
  private static final HttpField TYPE = Content.type("application/vnd.mapbox-vector-tile");

  /** The addresses that it answers, as a template. */
  public static final String ROUTE = "/tiles/{revision}/{edition}/{layer}/{z}/{x}/{y}.mvt";

  private static final int EMPTY_WEIGHT = 200;

  private final TileMaker maker;
  private final TileMeter meter;
  private final Cache<String, Answer> tiles;

  /** How often all was forgotten; part of each key, so that what was in the making stays away. */
  private final AtomicInteger forgotten = new AtomicInteger();

  /**
   * A handler.
   *
   * @param maker makes tiles
   * @param cacheBytes most bytes of memory for tiles
   * @param registry hears of each tile that is made
   */
  public TileHandler(TileMaker maker, long cacheBytes, MeterRegistry registry) {
    this.maker = maker;
    meter = new TileMeter(registry);
    tiles =
        Caffeine.newBuilder()
            .maximumWeight(cacheBytes)
            .weigher(TileHandler::weight)
            .recordStats(OneMissPerTile::new)
            .build();
  }

  private static int weight(String key, Answer tile) {
    return 2 * key.length() + (tile instanceof Content content ? content.weight() : EMPTY_WEIGHT);
  }

  /** The tiles in memory, for measuring. */
  public Cache<String, Answer> cache() {
    return tiles;
  }

  /** Forgets all tiles, also those that are being made. */
  public void forget() {
    forgotten.incrementAndGet();
    tiles.invalidateAll();
  }

  /**
   * The tile of some layers for an address that names no revision: the same bytes, made once and
   * kept in the same memory.
   */
  public Answer tile(LayerSet set, TileCoord coord) {
    var layers = set.layers();
    if (layers.size() == 1) {
      return toRevalidate(tile(layers.get(0), coord));
    }
    String key = key(set.address(coord));
    var known = tiles.getIfPresent(key);
    if (known != null) {
      return known;
    }
    // Beforehand, as what makes a tile of the memory must not ask the memory for another.
    var parts = layers.stream().map(layer -> tile(layer, coord)).toList();
    return tiles.get(key, unused -> joined(parts));
  }

  private Answer tile(LayerDescription layer, TileCoord coord) {
    return tiles.get(key(layer.address(coord)), unused -> make(layer.tile(coord), layer.query()));
  }

  /** One tile with the layers of all: what is written after one another is read as one. */
  private static Answer joined(List<Answer> parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      if (part instanceof Content content) {
        var plain = content.plain();
        all.write(plain, 0, plain.length);
      }
    }
    return all.size() == 0
        ? NoContent.REVALIDATE
        : Content.of(TYPE, all.toByteArray(), CachePolicy.REVALIDATE);
  }

  private static Answer toRevalidate(Answer tile) {
    return tile instanceof Content content
        ? content.with(CachePolicy.REVALIDATE)
        : NoContent.REVALIDATE;
  }

  /** Answers a tile that is in memory. */
  @Override
  public boolean answer(Request request, Response response, Callback callback) {
    if (!TileAddress.fits(request.getHttpURI().getCanonicalPath())) {
      return false;
    }
    var known = tiles.getIfPresent(key(request));
    if (known == null) {
      return false;
    }
    RequestTrace.of(request).takes(ROUTE);
    write(known, request, response, callback);
    return true;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getCanonicalPath();
    if (!TileAddress.fits(path)) {
      return super.handle(request, response, callback);
    }
    RequestTrace.of(request).takes(ROUTE);
    var tile = tiles.get(key(request), unused -> make(request, path));
    write(tile, request, response, callback);
    return true;
  }

  private String key(Request request) {
    var uri = request.getHttpURI();
    String path = uri.getCanonicalPath();
    return key(uri.getQuery() == null ? path : path + '?' + uri.getQuery());
  }

  private String key(String address) {
    int times = forgotten.get();
    return times == 0 ? address : times + address;
  }

  private static void write(Answer tile, Request request, Response response, Callback callback) {
    var headers = request.getHeaders();
    tile.reply(value(headers, HttpHeader.ACCEPT_ENCODING), value(headers, HttpHeader.IF_NONE_MATCH))
        .write(response, callback);
  }

  private Answer make(Request request, String path) {
    var query = TileQuery.of(Request.extractQueryParameters(request));
    return make(TileAddress.of(path), query);
  }

  private Answer make(TileAddress address, TileQuery query) {
    long began = System.nanoTime();
    var tile = answer(maker.make(address, query));
    int bytes = tile instanceof Content content ? content.size() : 0;
    meter.made(address.coord().z(), System.nanoTime() - began, bytes);
    return tile;
  }

  private static Answer answer(TileMaker.Tile tile) {
    if (tile.bytes().length == 0) {
      return tile.lasting() ? NoContent.IMMUTABLE : NoContent.REVALIDATE;
    }
    return Content.of(
        TYPE, tile.bytes(), tile.lasting() ? CachePolicy.IMMUTABLE : CachePolicy.REVALIDATE);
  }

  private static String value(HttpFields headers, HttpHeader name) {
    String value = headers.get(name);
    return value == null ? "" : value;
  }
}
