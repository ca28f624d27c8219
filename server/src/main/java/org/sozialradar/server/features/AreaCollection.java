package org.sozialradar.server.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Snapshot;

/** The areas of a level in an edition, with their published values as properties. */
public final class AreaCollection implements FeatureCollection {
  /** Joins level and edition in the id; neither can hold it. */
  private static final String JOINT = "_";

  private final Snapshot snapshot;
  private final BoundaryVersion edition;
  private final AreaLevel level;
  private final Map<String, Function<AreaEntry, Value>> properties = new LinkedHashMap<>();
  private final List<FeatureField> fields = new ArrayList<>();
  private final List<ValueColumns> columns;
  private final boolean shapes;

  /**
   * A collection with the values of all indicators.
   *
   * @param time periods whose newest is taken
   */
  public AreaCollection(
      Snapshot snapshot, BoundaryVersion edition, AreaLevel level, TimeSpan time) {
    this(
        snapshot, edition, level, ValueColumns.all(snapshot, edition.id(), level.id(), time), true);
  }

  /**
   * A collection with certain values.
   *
   * @param columns values of the level in the edition
   * @param shapes whether features have geometries; without them no boundary is read
   */
  public AreaCollection(
      Snapshot snapshot,
      BoundaryVersion edition,
      AreaLevel level,
      List<ValueColumns> columns,
      boolean shapes) {
    this.snapshot = snapshot;
    this.edition = edition;
    this.level = level;
    this.columns = List.copyOf(columns);
    this.shapes = shapes;
    addText("code", "Schlüssel", "code", area -> area.code().value());
    addText("name", "Name", "name", AreaEntry::name);
    addText("designation", "Bezeichnung", "designation", AreaEntry::designation);
    for (var coarser : snapshot.levels(edition.id())) {
      if (snapshot.areas(edition.id()).hierarchy().coarserThan(level.id()).contains(coarser.id())) {
        addAncestor(coarser);
      }
    }
    add(
        "square_kilometres",
        ValueType.NUMBER,
        "Fläche in km²",
        "surface in km²",
        AreaCollection::surface);
    for (var column : this.columns) {
      column.fields().forEach(fields::add);
      column
          .properties()
          .forEach((name, read) -> properties.put(name, area -> read.apply(area.code())));
    }
  }

  public static String id(String edition, String level) {
    return level + JOINT + edition;
  }

  private void addAncestor(AreaLevel coarser) {
    String id = coarser.id().replace('-', '_');
    addText(id, coarser.name().de(), coarser.name().en(), area -> ancestor(area, coarser));
  }

  private static String ancestor(AreaEntry area, AreaLevel level) {
    var code = area.ancestors().get(level.id());
    return code == null ? "" : code.value();
  }

  private static Value surface(AreaEntry area) {
    return area.hasGeometry()
        ? Value.of(Math.round(area.squareKilometres() * 1e4) / 1e4)
        : Value.MISSING;
  }

  private void addText(String name, String de, String en, Function<AreaEntry, String> read) {
    add(name, ValueType.TEXT, de, en, area -> text(read.apply(area)));
  }

  private static Value text(String text) {
    return text.isEmpty() ? Value.MISSING : Value.of(text);
  }

  private void add(
      String name, ValueType type, String de, String en, Function<AreaEntry, Value> read) {
    fields.add(new FeatureField(name, type, new LocalizedText(de, en)));
    properties.put(name, read);
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
    return List.copyOf(fields);
  }

  @Override
  public List<String> ids() {
    return snapshot.areas(edition.id()).list(level.id()).keySet().stream()
        .map(AreaCode::value)
        .toList();
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
        : properties.get(name).apply(area);
  }

  @Override
  public Provenance provenance() {
    var datasets = new LinkedHashSet<String>(snapshot.areaDatasets(edition.id(), level.id()));
    columns.forEach(column -> datasets.addAll(column.datasets()));
    return Provenance.of(snapshot, datasets);
  }
}
