package org.sozialradar.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.slf4j.MDC;

/**
 * What log and figures tell of one request: its id, the route that it took and the problem that it
 * was answered with. Safe for use by many threads, one after another.
 */
public final class RequestTrace {
  /** The header field that carries the id, in answers and from trusted proxies. */
  public static final String HEADER = "X-Request-Id";

  /** Name of the id in what is logged while the request is worked on. */
  public static final String KEY = "requestId";

  /** Route of what fits none. */
  public static final String NO_ROUTE = "other";

  private static final String ATTRIBUTE = RequestTrace.class.getName();
  private static final String ROOT = ATTRIBUTE + ".root";
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final String id;
  private final String root;
  private volatile Optional<Client> client = Optional.empty();
  private volatile String route = NO_ROUTE;
  private volatile Optional<ProblemType> problem = Optional.empty();
  private final AtomicReference<GrowingBody> body = new AtomicReference<>();

  private RequestTrace(String id, Request request) {
    this.id = id;
    var server = request.getConnectionMetaData().getConnector().getServer();
    root = server.getAttribute(ROOT) instanceof String path ? path : "";
  }

  /**
   * Says below which path clients see a server.
   *
   * @param path empty, or such as {@code /radar}, see {@link Query#root()}
   */
  public static void seeBelow(Server server, String path) {
    server.setAttribute(ROOT, path);
  }

  /**
   * Begins to trace a request, and tells its client the id.
   *
   * @param clients knows whose ids are taken over: anybody can send that header
   */
  static RequestTrace begin(Request request, Response response, Clients clients) {
    String given = request.getHeaders().get(HEADER);
    boolean taken = given != null && isValid(given) && clients.isProxy(request);
    var trace = new RequestTrace(taken ? given : freshId(), request);
    trace.client = Optional.of(clients.of(request));
    request.setAttribute(ATTRIBUTE, trace);
    trace.addTo(response);
    return trace;
  }

  /** The trace of a request; a new one if the HTTP server refused it before it was traced. */
  public static RequestTrace of(Request request) {
    if (request.getAttribute(ATTRIBUTE) instanceof RequestTrace trace) {
      return trace;
    }
    var trace = new RequestTrace(freshId(), request);
    request.setAttribute(ATTRIBUTE, trace);
    return trace;
  }

  /** The trace of a request that came through a {@link FrontHandler}. */
  static RequestTrace of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof RequestTrace trace) {
      return trace;
    }
    throw new IllegalStateException("a request is not traced");
  }

  static boolean isValid(String id) {
    return VALID.matcher(id).matches();
  }

  /** Sixteen digits: enough to find one request among those of a log. */
  private static String freshId() {
    var id = new char[16];
    long bits = ThreadLocalRandom.current().nextLong();
    for (int i = 0; i < id.length; i++) {
      id[i] = Character.forDigit((int) (bits >>> (4 * i)) & 15, 16);
    }
    return String.valueOf(id);
  }

  void addTo(Response response) {
    response.getHeaders().add(new HttpField(HEADER, id));
  }

  public String id() {
    return id;
  }

  /** Who asks; nobody is known where the HTTP server refused the request at once. */
  Optional<Client> client() {
    return client;
  }

  /** Path below which clients see the server; empty if they see it at the root. */
  String root() {
    return root;
  }

  /** Template of the route that was taken, else {@value #NO_ROUTE}. */
  public String route() {
    return route;
  }

  boolean isRouted() {
    return !route.equals(NO_ROUTE);
  }

  /**
   * Says which route was taken.
   *
   * @param template one of a fixed number, never what the client wrote
   */
  public void takes(String template) {
    route = template;
  }

  /** The kind of problem that it was answered with, if it was. */
  public Optional<ProblemType> problem() {
    return problem;
  }

  /** Says that the body of the answer is made while it is sent. */
  void streams(GrowingBody made) {
    body.set(made);
  }

  /** The body that is made while it is sent, once: whoever gets it closes it. */
  Optional<GrowingBody> takeBody() {
    return Optional.ofNullable(body.getAndSet(null));
  }

  void failed(ProblemType type) {
    problem = Optional.of(type);
  }

  /** Does work on the request; every log line that is written meanwhile names it. */
  void run(Runnable work) {
    continueFor(id, work);
  }

  /**
   * Does work that a request began and that goes on after its answer.
   *
   * @param id id of the request
   */
  public static void continueFor(String id, Runnable work) {
    MDC.put(KEY, id);
    try {
      work.run();
    } finally {
      MDC.remove(KEY);
    }
  }

  /**
   * Id of the request that this thread works on.
   *
   * @throws IllegalStateException if it works on none
   */
  public static String idOfThisThread() {
    String id = MDC.get(KEY);
    if (id == null) {
      throw new IllegalStateException("this thread works on no request");
    }
    return id;
  }
}
