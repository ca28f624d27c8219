package org.sozialradar.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.servlet.JavalinServlet;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.UrlEncoded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.text.Language;

/**
 * Binds routes to Javalin: one handler for GET and HEAD, one writer for answers, one for problems.
 */
public final class Routing {
  private static final Logger LOG = LoggerFactory.getLogger(Routing.class);

  private final String publicUrl;

  /**
   * A binding.
   *
   * @param publicUrl address under which clients reach the server, without a slash at the end;
   *     empty if the request's own host shall hold
   */
  public Routing(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** A servlet that answers what these resources offer. */
  public Servlet servlet(List<Resource> resources) {
    // Javalin's own servlet would bring WebSockets, which nothing here uses.
    return new JavalinServlet(Javalin.create(config -> configure(config, resources)).unsafe);
  }

  private void configure(JavalinConfig config, List<Resource> resources) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE; // Contents are kept compressed.
    config.http.maxRequestSize = 0;
    config.http.prefer405over404 = true;
    config.router.ignoreTrailingSlashes = false;
    for (var resource : resources) {
      for (var route : resource.routes()) {
        config.routes.get(route.path(), context -> answer(route, context));
        config.routes.head(route.path(), context -> answer(route, context));
      }
      for (var posting : resource.postings()) {
        config.routes.post(posting.path(), context -> take(posting, context));
      }
      for (var replacement : resource.replacements()) {
        config.routes.put(replacement.path(), context -> take(replacement, context));
      }
      for (var computation : resource.computations()) {
        if (resource.routes().stream().noneMatch(r -> r.path().equals(computation.path()))) {
          config.routes.get(computation.path(), context -> askForPost(computation, context));
          config.routes.head(computation.path(), context -> askForPost(computation, context));
        }
        config.routes.post(computation.path(), context -> take(computation, context));
      }
      for (var deletion : resource.deletions()) {
        config.routes.delete(deletion.path(), context -> delete(deletion, context));
      }
    }
    config.routes.exception(HttpResponseException.class, this::refuse);
    config.routes.exception(Exception.class, this::refuse);
  }

  private void answer(Route route, Context context) {
    RequestTrace.of(context.req()).takes(route.path());
    var query =
        query(
            route.anyParameter()
                ? Map.<String, List<String>>of()
                : parameters(context.queryString()),
            context);
    if (!route.anyParameter()) {
      query.requireKnown(route.parameters());
    }
    write(route.answering().answer(query), context);
  }

  private static void askForPost(Posting computation, Context context) {
    RequestTrace.of(context.req()).takes(computation.path());
    throw ProblemException.of(ProblemType.ONLY_POST);
  }

  private Query query(Map<String, List<String>> parameters, Context context) {
    return new Query(
        context.pathParamMap(),
        parameters,
        baseUrl(context),
        language(context),
        header(context, "Accept"));
  }

  private void delete(Deletion deletion, Context context) {
    RequestTrace.of(context.req()).takes(deletion.path());
    var query = query(parameters(context.queryString()), context);
    query.requireKnown(deletion.parameters());
    write(deletion.answering().answer(query), context);
  }

  private void take(Posting posting, Context context) throws IOException {
    RequestTrace.of(context.req()).takes(posting.path());
    var query = query(parameters(context.queryString()), context);
    query.requireKnown(posting.parameters());
    var request = context.req();
    var upload =
        posting.receive(
            header(context, "Content-Type"),
            request.getContentLengthLong(),
            request.getInputStream());
    // An entity tag has no meaning here: what is asked does not stand in the address.
    var answer = posting.taking().take(query, upload);
    write(answer.reply(header(context, "Accept-Encoding"), ""), context);
  }

  private void write(Answer answer, Context context) {
    if (answer instanceof Redirect redirect) {
      write(redirect.seenAt(publicUrl), context);
      return;
    }
    if (answer instanceof FileContent file) {
      String range = header(context, "Range");
      var reply = file.reply(header(context, "If-None-Match"), range, header(context, "If-Range"));
      write(reply, context);
      return;
    }
    String encodings = header(context, "Accept-Encoding");
    var reply = answer.reply(encodings, header(context, "If-None-Match"));
    if (answer instanceof Streamed streamed && !reply.isNotModified()) {
      boolean bodiless = context.req().getMethod().equals("HEAD");
      var trace = RequestTrace.of(context.req());
      trace.streams(
          bodiless
              ? new NoBody()
              : streamed
                  .beginning()
                  .begin(
                      new Streamed.Order(
                          trace.client().orElseThrow(), streamed.zipped(encodings))));
    }
    write(reply, context);
  }

  /**
   * What a query says. Javalin would answer one that cannot be decoded as if it were not there.
   *
   * @throws ProblemException if it cannot be decoded
   */
  private static Map<String, List<String>> parameters(String query) {
    var parameters = new LinkedHashMap<String, List<String>>();
    if (query == null) {
      return parameters;
    }
    try {
      UrlEncoded.decodeTo(
          query,
          (name, value) -> parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value),
          StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | IllegalStateException malformed) {
      throw ProblemException.of(ProblemType.BAD_REQUEST);
    }
    return parameters;
  }

  private void refuse(Exception failure, Context context) {
    var trace = RequestTrace.of(context.req());
    write(Problems.reply(Problems.of(failure), language(context), trace), context);
  }

  private static void write(Reply reply, Context context) {
    if (reply.pieces().isPresent()) {
      // Not through the servlet's response, which would miss the bytes that its length promises.
      Turn.of(context.req()).sendInPieces(reply);
      return;
    }
    var response = context.res();
    response.setStatus(reply.status());
    response.setContentType(null);
    for (var field : reply.fields()) {
      if (field.getHeader() == HttpHeader.VARY) {
        response.addHeader(field.getName(), field.getValue()); // There may be one of CORS already.
      } else {
        response.setHeader(field.getName(), field.getValue());
      }
    }
    try {
      if (reply.isNotModified()) {
        response.flushBuffer(); // Else Jetty would add the length of nothing, as in Reply.
        return;
      }
      Channels.newChannel(response.getOutputStream()).write(reply.body().slice());
    } catch (IOException gone) {
      // The client hung up: nobody is left to tell, and it is no failure of the server.
      LOG.debug("a client hung up", gone);
    }
  }

  private String baseUrl(Context context) {
    if (!publicUrl.isEmpty()) {
      return publicUrl;
    }
    String named = context.host();
    // HTTP 1.0 lets a client leave out the host: then the address that it reached has to do.
    String host =
        named == null ? context.req().getServerName() + ":" + context.req().getServerPort() : named;
    return context.scheme() + "://" + host;
  }

  private static Language language(Context context) {
    return Language.ofAcceptLanguage(header(context, "Accept-Language"));
  }

  private static String header(Context context, String name) {
    String value = context.header(name);
    return value == null ? "" : value;
  }
}
