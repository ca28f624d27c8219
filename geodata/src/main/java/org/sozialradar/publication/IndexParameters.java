package org.sozialradar.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import org.sozialradar.composite.Normalisation;
import org.sozialradar.composite.Normalisation.Goalposts;
import org.sozialradar.composite.Normalisation.MinMax;
import org.sozialradar.composite.Normalisation.PercentileRank;
import org.sozialradar.composite.OutlierTreatment;
import org.sozialradar.composite.PrincipalComponents;
import org.sozialradar.composite.WeightScheme;

/** Writes how an index was put together, in the words of its definition file. */
final class IndexParameters {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private IndexParameters() {}

  /** The method with the scale that it leads to; a z-score has none. */
  static ObjectNode of(Normalisation normalisation) {
    var node = JSON.objectNode();
    if (normalisation instanceof MinMax one) {
      range(node.put("method", "min-max"), one.low(), one.high());
    } else if (normalisation instanceof PercentileRank one) {
      range(node.put("method", "percentile-rank"), one.low(), one.high());
    } else if (normalisation instanceof Goalposts one) {
      range(node.put("method", "goalposts"), one.low(), one.high());
      var posts = node.putArray("posts");
      new TreeMap<>(one.posts())
          .forEach(
              (id, ends) ->
                  posts
                      .addObject()
                      .put("indicator", id)
                      .put("smallest", ends.smallest())
                      .put("largest", ends.largest()));
    } else {
      node.put("method", "z-score");
    }
    return node;
  }

  private static void range(ObjectNode node, double low, double high) {
    node.put("low", low);
    node.put("high", high);
  }

  /** The limits beyond which values are drawn in. */
  static ObjectNode of(OutlierTreatment outliers) {
    var node = JSON.objectNode();
    if (outliers.mostPoints() == 0 || Double.isInfinite(outliers.skewnessLimit())) {
      return node.put("method", "none");
    }
    node.put("method", "winsorise");
    node.put("skewness", outliers.skewnessLimit());
    node.put("kurtosis", outliers.kurtosisLimit());
    return node.put("mostPoints", outliers.mostPoints());
  }

  /** Where weights come from; the weights themselves stand with what they weigh. */
  static ObjectNode of(WeightScheme scheme) {
    var node = JSON.objectNode();
    if (scheme instanceof WeightScheme.PrincipalComponent one) {
      return node.put("method", "principal-component").put("anchor", one.anchor());
    }
    return node.put("method", scheme instanceof WeightScheme.Given ? "given" : "equal");
  }

  /** Loadings and eigenvalues that weights were taken from. */
  static ArrayNode of(List<PrincipalComponents> components) {
    var list = JSON.arrayNode();
    for (var one : components) {
      var node = list.addObject();
      node.put("whole", one.whole());
      node.put("areas", one.areas());
      node.put("explained", one.explained());
      var loadings = node.putArray("loadings");
      for (int part = 0; part < one.parts().size(); part++) {
        loadings
            .addObject()
            .put("part", one.parts().get(part))
            .put("loading", one.loadings().get(part));
      }
      one.eigenvalues().forEach(node.putArray("eigenvalues")::add);
    }
    return list;
  }
}
