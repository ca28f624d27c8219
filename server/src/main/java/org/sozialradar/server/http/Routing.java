package org.sozialradar.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.servlet.JavalinServlet;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.List;
import org.sozialradar.server.text.Language;

/**
 * Binds routes to Javalin: one handler for GET and HEAD, one writer for answers, one for problems.
 */
public final class Routing {
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

  /** A servlet that answers these routes. */
  public Servlet servlet(List<Route> routes) {
    // Javalin's own servlet would bring WebSockets, which nothing here uses.
    return new JavalinServlet(Javalin.create(config -> configure(config, routes)).unsafe);
  }

  private void configure(JavalinConfig config, List<Route> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE; // Contents are kept compressed.
    config.http.maxRequestSize = 0;
    config.router.ignoreTrailingSlashes = false;
    for (var route : routes) {
      config.routes.get(route.path(), context -> answer(route, context));
      config.routes.head(route.path(), context -> answer(route, context));
    }
    config.routes.exception(HttpResponseException.class, this::refuse);
    config.routes.exception(Exception.class, this::refuse);
  }

  private void answer(Route route, Context context) {
    var query =
        new Query(
            context.pathParamMap(), context.queryParamMap(), baseUrl(context), language(context));
    query.requireKnown(route);
    var answer = route.answering().answer(query);
    write(
        answer.reply(header(context, "Accept-Encoding"), header(context, "If-None-Match")),
        context);
  }

  private void refuse(Exception failure, Context context) {
    write(Problems.reply(Problems.of(failure), language(context)), context);
  }

  private static void write(Reply reply, Context context) {
    var response = context.res();
    response.setStatus(reply.status());
    response.setContentType(null);
    reply.fields().forEach(field -> response.setHeader(field.getName(), field.getValue()));
    try {
      Channels.newChannel(response.getOutputStream()).write(reply.body().slice());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private String baseUrl(Context context) {
    return publicUrl.isEmpty() ? context.scheme() + "://" + context.host() : publicUrl;
  }

  private static Language language(Context context) {
    return Language.ofAcceptLanguage(header(context, "Accept-Language"));
  }

  private static String header(Context context, String name) {
    String value = context.header(name);
    return value == null ? "" : value;
  }
}
