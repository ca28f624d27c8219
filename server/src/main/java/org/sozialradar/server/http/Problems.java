package org.sozialradar.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.HttpResponseException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.release.ReleaseException;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.StoreUnreachableException;

/** The one place where failures become problem details (RFC 9457) and are logged. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final HttpField TYPE = Content.type("application/problem+json");
  private static final HttpField VARY =
      new HttpField(HttpHeader.VARY, "Accept-Language, Accept-Encoding");
  private static final Map<Language, Texts> TEXTS =
      Map.of(
          Language.GERMAN, Texts.of(Problems.class, "problems", Language.GERMAN),
          Language.ENGLISH, Texts.of(Problems.class, "problems", Language.ENGLISH));

  private Problems() {}

  /**
   * The problem that a failure means to a client. Failures that are ours are logged here, and only
   * here.
   */
  public static ProblemException of(Throwable failure) {
    if (failure instanceof ProblemException problem) {
      return problem;
    }
    if (failure instanceof HttpResponseException response) {
      return ofStatus(response.getStatus());
    }
    if (failure instanceof HttpException refused && isOfTheClient(refused.getCode())) {
      return ofStatus(refused.getCode());
    }
    if (failure instanceof ReleaseException refused) {
      return ofRelease(refused);
    }
    if (failure instanceof StoreUnreachableException) {
      // Whoever follows the store says so once, not each request.
      LOG.debug("the store cannot be reached", failure);
      return ProblemException.of(ProblemType.STORE_UNAVAILABLE);
    }
    if (failure instanceof StoreException) {
      LOG.error("the store failed", failure);
      return ProblemException.of(ProblemType.STORE_UNAVAILABLE);
    }
    LOG.error("a request failed", failure);
    return ProblemException.of(ProblemType.INTERNAL);
  }

  private static final String RELEASE_ID = "0-9, a-z, “.”, “-” (1–32), 2026.1";
  private static final String ONE_LINE = ", in einer Zeile / on one line";

  /** What a person asked for that cannot be; all else would be a fault of ours. */
  private static ProblemException ofRelease(ReleaseException refused) {
    var details = refused.details();
    String id = details.getOrDefault("id", "");
    String most = "1–" + details.getOrDefault("most", "");
    return switch (refused.code()) {
      case "id-unfit" -> ProblemException.ofParameter(ProblemType.BAD_FIELD, "id", RELEASE_ID);
      case "title-unfit" ->
          ProblemException.ofParameter(ProblemType.BAD_FIELD, "title", most + ONE_LINE);
      case "notes-unfit" -> ProblemException.ofParameter(ProblemType.BAD_FIELD, "notes", most);
      case "reason-unfit" ->
          ProblemException.ofParameter(ProblemType.BAD_FIELD, "reason", most + ONE_LINE);
      case "exists" -> ProblemException.of(ProblemType.RELEASE_EXISTS, id);
      case "unknown" -> ProblemException.ofParameter(ProblemType.UNKNOWN_RELEASE, "id", id);
      case "too-many" -> ProblemException.of(ProblemType.TOO_MANY_RECORDS, details.get("most"));
      case "erased-meanwhile" -> ProblemException.of(ProblemType.RELEASE_OUTRUN);
      default -> {
        LOG.error("a request failed", refused);
        yield ProblemException.of(ProblemType.INTERNAL);
      }
    };
  }

  /** A version of HTTP that the server does not speak counts among its own errors (505). */
  private static boolean isOfTheClient(int status) {
    return status < 500 || status == 505;
  }

  /** The problem that a bare status code of the HTTP server means. */
  static ProblemException ofStatus(int status) {
    return ProblemException.of(
        switch (status) {
          case 404 -> ProblemType.UNKNOWN_ADDRESS;
          case 405, 501 -> ProblemType.METHOD_NOT_ALLOWED;
          case 414 -> ProblemType.ADDRESS_TOO_LONG;
          case 431 -> ProblemType.HEADERS_TOO_LARGE;
          case 503 -> ProblemType.OVERLOADED;
          case 505 -> ProblemType.BAD_REQUEST;
          default -> status < 500 ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL;
        });
  }

  /**
   * Title and detail of a problem, for clients that see the server at the root.
   *
   * @param requestId id of the request that it arose from
   */
  public static Map<String, Object> document(
      ProblemException problem, Language language, String requestId) {
    return document(problem, language, requestId, "");
  }

  private static Map<String, Object> document(
      ProblemException problem, Language language, String requestId, String root) {
    var texts = TEXTS.get(language);
    var type = problem.type();
    var document = new LinkedHashMap<String, Object>();
    document.put("type", root + type.address());
    document.put("title", texts.get(type.slug() + ".title"));
    document.put("status", type.status());
    document.put("detail", detail(problem, language));
    if (!problem.parameter().isEmpty()) {
      document.put("parameter", problem.parameter());
    }
    document.put("requestId", requestId);
    return document;
  }

  /** Title and detail of a kind of problem, with dots where a request's own words would stand. */
  static List<String> explanation(ProblemType type, Language language) {
    var texts = TEXTS.get(language);
    return List.of(
        texts.get(type.slug() + ".title"), texts.get(type.slug() + ".detail", "…", "…", "…", "…"));
  }

  /** What is wrong, in one or more sentences. */
  public static String detail(ProblemException problem, Language language) {
    String text = problem.reason().isEmpty() ? "detail" : problem.reason();
    return TEXTS.get(language).get(problem.type().slug() + "." + text, arguments(problem));
  }

  private static Object[] arguments(ProblemException problem) {
    var arguments = new ArrayList<Object>();
    if (!problem.parameter().isEmpty()) {
      arguments.add(problem.parameter());
    }
    arguments.addAll(problem.arguments());
    return arguments.toArray();
  }

  /**
   * The reply with the problem's details to the request of a trace, which learns of the problem.
   */
  static Reply reply(ProblemException problem, Language language, RequestTrace trace) {
    trace.failed(problem.type());
    byte[] body;
    try {
      body = Json.MAPPER.writeValueAsBytes(document(problem, language, trace.id(), trace.root()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a problem cannot be written", impossible);
    }
    return new Reply(
        problem.type().status(), fields(problem, language, body.length), ByteBuffer.wrap(body));
  }

  private static List<HttpField> fields(ProblemException problem, Language language, int length) {
    var fields = new ArrayList<HttpField>();
    fields.add(TYPE);
    fields.add(new HttpField(HttpHeader.CONTENT_LENGTH, Integer.toString(length)));
    fields.add(new HttpField(HttpHeader.CONTENT_LANGUAGE, language.tag()));
    fields.add(CachePolicy.NEVER.field());
    fields.add(VARY);
    if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
      fields.add(new HttpField(HttpHeader.ALLOW, Limits.ALLOWED));
    }
    if (problem.type() == ProblemType.ONLY_POST) {
      fields.add(new HttpField(HttpHeader.ALLOW, "POST"));
    }
    if (problem.type() == ProblemType.RANGE_OUTSIDE) {
      fields.add(new HttpField(HttpHeader.CONTENT_RANGE, "bytes */" + problem.arguments().get(0)));
    }
    if (problem.type().status() == 429) {
      fields.add(new HttpField(HttpHeader.RETRY_AFTER, problem.arguments().get(0)));
    }
    if (problem.type().status() == 503) {
      fields.add(new HttpField(HttpHeader.RETRY_AFTER, "5"));
    }
    return fields;
  }
}
