package org.sozialradar.server.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;

/**
 * Describes a package as a Frictionless Data Package, with the keys by which {@code radar import}
 * reads areas and values again.
 */
final class PackageDescription {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Longest name of a package. */
  private static final int LONGEST = 80;

  private final ExportRows rows;
  private final ExportChoice choice;

  PackageDescription(ExportRows rows) {
    this.rows = rows;
    choice = rows.choice();
  }

  /** The description, JSON. */
  String text(List<PackageFile> files) {
    var node = JSON.createObjectNode();
    var citation = new Citation(choice);
    node.put("profile", "data-package");
    node.put("name", name());
    node.put("title", choice.language().of(citation.title()));
    node.put("description", choice.language().of(citation.description()));
    node.put("version", Long.toString(choice.snapshot().revision().number()));
    node.put("created", choice.snapshot().revision().createdAt().toString());
    addTerms(node);
    addOwn(node.putObject("radar"), citation.title());
    var resources = new ResourceDescriptions(rows, node.putArray("resources"));
    files.forEach(resources::add);
    try {
      return JSON.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of nodes can be written", impossible);
    }
  }

  /** The same for each revision: a package of a newer one takes the place of an older one. */
  private String name() {
    String name = choice.subject().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
    return name.substring(0, Math.min(LONGEST, name.length()));
  }

  private void addTerms(ObjectNode node) {
    var licences = node.putArray("licenses");
    choice.datasets().stream()
        .map(Dataset::licence)
        .distinct()
        .forEach(licence -> addLicence(licences.addObject(), licence));
    var sources = node.putArray("sources");
    choice.datasets().stream()
        .map(Dataset::attribution)
        .distinct()
        .forEach(attribution -> sources.addObject().put("title", attribution));
  }

  private static void addLicence(ObjectNode node, Licence licence) {
    node.put("name", licence.id()).put("title", licence.title());
    if (!licence.url().isEmpty()) {
      node.put("path", licence.url());
    }
  }

  private void addOwn(ObjectNode radar, LocalizedText title) {
    radar.set("title", both(title));
    radar.put("publisher", join(Dataset::publisher));
    radar.put("attribution", join(Dataset::attribution));
    radar.put("vintage", join(Dataset::vintage));
    radar.put("example", choice.provenance().example());
    choice.values().ifPresent(chosen -> addValues(radar, chosen));
  }

  private String join(Function<Dataset, String> fact) {
    return choice.datasets().stream().map(fact).distinct().collect(Collectors.joining("; "));
  }

  private void addValues(ObjectNode radar, ChosenValues chosen) {
    var levels = radar.putArray("levels");
    choice.snapshot().levels(chosen.edition().id()).stream()
        .filter(level -> !AreaLevel.BUILT_IN.contains(level))
        .filter(level -> level.equals(chosen.level()) || level.rank() < chosen.level().rank())
        .forEach(level -> addLevel(levels, level));
    var themes = new LinkedHashMap<String, Indicator.Theme>();
    chosen.indicators().forEach(one -> themes.putIfAbsent(one.theme().id(), one.theme()));
    var list = radar.putArray("themes");
    themes
        .values()
        .forEach(theme -> list.addObject().put("id", theme.id()).set("name", both(theme.name())));
    var indicators = radar.putArray("indicators");
    chosen.indicators().forEach(one -> addIndicator(indicators.addObject(), one));
  }

  private static void addLevel(ArrayNode levels, AreaLevel level) {
    var node = levels.addObject();
    node.put("id", level.id());
    node.set("name", both(level.name()));
    node.set("plural", both(level.plural()));
    node.put("rank", level.rank()).put("group", level.group());
  }

  /** Values leave as they are: an indicator that was derived is an observed one to its reader. */
  private static void addIndicator(ObjectNode node, Indicator indicator) {
    node.put("id", indicator.id());
    node.set("name", both(indicator.name()));
    node.set("description", both(indicator.description()));
    node.putObject("unit")
        .put("id", indicator.unit().id())
        .set("symbol", both(indicator.unit().symbol()));
    node.put("decimals", indicator.decimals());
    node.put("polarity", indicator.polarity().name().toLowerCase(Locale.ROOT));
    var measure = node.putObject("measure");
    measure.put("kind", indicator.measure().kind().name().toLowerCase(Locale.ROOT));
    if (!indicator.measure().weight().isEmpty()) {
      measure.put("weight", indicator.measure().weight());
    }
    node.put("theme", indicator.theme().id());
    indicator.findMiddle().ifPresent(middle -> node.put("middle", middle));
  }

  static ObjectNode both(LocalizedText text) {
    return JSON.createObjectNode().put("de", text.de()).put("en", text.en());
  }
}
