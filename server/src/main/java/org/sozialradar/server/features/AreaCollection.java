package org.sozialradar.server.features;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.filter.Value;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Lazy;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Snapshot;

/** The areas of a level in an edition, with their published values as properties. */
public final class AreaCollection implements FeatureCollection {
  /** Joins level and edition in the id; neither can hold it. */
  private static final String JOINT = "_";

  private final Snapshot snapshot;
  private final BoundaryVersion edition;
  private final AreaLevel level;
  private final boolean shapes;

  /** Much of what leads to a collection asks for none of its properties. */
  private final Lazy<AreaProperties> properties;

  /**
   * A collection with the values of all indicators.
   *
   * @param time periods whose newest is taken
   */
  public AreaCollection(
      Snapshot snapshot, BoundaryVersion edition, AreaLevel level, TimeSpan time) {
    this(
        snapshot,
        edition,
        level,
        true,
        () -> TimedColumns.all(snapshot, edition.id(), level.id(), time));
  }

  /**
   * A collection with certain values.
   *
   * @param columns values of the level in the edition
   * @param shapes whether features have geometries, and all boundaries are read and kept; {@link
   *     #geometries} reads them without
   */
  public AreaCollection(
      Snapshot snapshot,
      BoundaryVersion edition,
      AreaLevel level,
      List<ValueColumns> columns,
      boolean shapes) {
    this(snapshot, edition, level, shapes, () -> columns.stream().map(TimedColumns::of).toList());
  }

  private AreaCollection(
      Snapshot snapshot,
      BoundaryVersion edition,
      AreaLevel level,
      boolean shapes,
      Supplier<List<TimedColumns>> columns) {
    this.snapshot = snapshot;
    this.edition = edition;
    this.level = level;
    this.shapes = shapes;
    properties =
        new Lazy<>(() -> new AreaProperties(snapshot, edition.id(), level.id(), columns.get()));
  }

  public static String id(String edition, String level) {
    return level + JOINT + edition;
  }

  @Override
  public String id() {
    return id(edition.id(), level.id());
  }

  @Override
  public LocalizedText title() {
    return new LocalizedText(
        level.plural().de() + ", " + edition.title().de(),
        level.plural().en() + ", " + edition.title().en());
  }

  @Override
  public LocalizedText description() {
    return new LocalizedText(
        "Gebiete mit ihren veröffentlichten Werten: je Indikator der neueste Zeitraum mit"
            + " Intervall, Status und Klasse der Befragten; „datetime“ wählt andere Zeiträume.",
        "Areas with their published values: for each indicator the newest period with interval,"
            + " status and class of respondents; 'datetime' chooses other periods.");
  }

  @Override
  public List<Double> box() {
    return snapshot.areas(edition.id()).box(level.id());
  }

  @Override
  public String layer() {
    return level.id();
  }

  @Override
  public Optional<String> edition() {
    return Optional.of(edition.id());
  }

  @Override
  public List<FeatureField> fields() {
    return properties.get().fields();
  }

  @Override
  public List<String> ids() {
    return snapshot.areas(edition.id()).list(level.id()).keySet().stream()
        .map(AreaCode::value)
        .toList();
  }

  @Override
  public Map<String, Geometry> geometries(List<String> ids) {
    var found = new HashMap<String, Geometry>();
    snapshot
        .boundaries(edition.id(), level.id(), ids.stream().map(AreaCode::new).toList())
        .forEach((code, geometry) -> found.put(code.value(), geometry));
    return found;
  }

  @Override
  public Optional<CollectionFeature> find(String id) {
    return AreaCode.isCode(id)
        ? snapshot.areas(edition.id()).find(level.id(), new AreaCode(id)).map(this::feature)
        : Optional.empty();
  }

  private CollectionFeature feature(AreaEntry area) {
    var geometry =
        shapes
            ? snapshot.shapes(edition.id(), level.id()).find(area.code())
            : Optional.<Geometry>empty();
    return new CollectionFeature(
        area.code().value(), geometry, name -> value(area, geometry, name));
  }

  private Value value(AreaEntry area, Optional<Geometry> geometry, String name) {
    return name.equals(GEOMETRY)
        ? geometry.<Value>map(Value.Shape::new).orElse(Value.MISSING)
        : properties.get().value(area, name);
  }

  @Override
  public Provenance provenance() {
    var datasets = new LinkedHashSet<String>(snapshot.areaDatasets(edition.id(), level.id()));
    datasets.addAll(properties.get().datasets());
    return Provenance.of(snapshot, datasets);
  }
}
