package org.sozialradar.server.catalog;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Statements of a document of JSON-LD, as a library of others reads it. */
record RdfGraph(List<Statement> statements) {
  static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

  private static final Map<String, String> PREFIXES =
      Map.of(
          "dcat", "http://www.w3.org/ns/dcat#",
          "dcatap", "http://data.europa.eu/r5r/",
          "dcatde", "http://dcat-ap.de/def/dcatde/",
          "dct", "http://purl.org/dc/terms/",
          "foaf", "http://xmlns.com/foaf/0.1/",
          "geo", "http://www.opengis.net/ont/geosparql#",
          "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
          "vcard", "http://www.w3.org/2006/vcard/ns#",
          "xsd", "http://www.w3.org/2001/XMLSchema#");

  /**
   * A statement; {@code datatype} and {@code language} are empty where the object has none, and
   * {@code datatype} is where it is no literal.
   */
  record Statement(
      String subject, String property, String object, String datatype, String language) {
    boolean isLiteral() {
      return !datatype.isEmpty();
    }
  }

  /** What a document says; reading anything besides it is an error. */
  static RdfGraph of(byte[] document) throws Exception {
    var statements = new ArrayList<Statement>();
    var consumer =
        new RdfQuadConsumer() {
          @Override
          public RdfQuadConsumer quad(
              String subject,
              String property,
              String object,
              String datatype,
              String language,
              String direction,
              String graph) {
            statements.add(
                new Statement(subject, property, object, text(datatype), text(language)));
            return this;
          }
        };
    JsonLd.toRdf(JsonDocument.of(new ByteArrayInputStream(document)))
        .loader(
            (address, options) -> {
              throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "asks for " + address);
            })
        .provide(consumer);
    return new RdfGraph(List.copyOf(statements));
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }

  /** A short name such as {@code dcat:Dataset} in full. */
  static String full(String name) {
    var parts = name.split(":", 2);
    return PREFIXES.get(parts[0]) + parts[1];
  }

  List<String> subjects(String type) {
    return statements.stream()
        .filter(one -> one.property().equals(TYPE) && one.object().equals(full(type)))
        .map(Statement::subject)
        .distinct()
        .toList();
  }

  List<Statement> of(String subject, String property) {
    return statements.stream()
        .filter(one -> one.subject().equals(subject) && one.property().equals(full(property)))
        .toList();
  }

  String object(String subject, String property) {
    var found = of(subject, property);
    if (found.size() != 1) {
      throw new AssertionError(subject + " " + property + ": " + found);
    }
    return found.get(0).object();
  }
}
