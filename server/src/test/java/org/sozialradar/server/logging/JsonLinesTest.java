package org.sozialradar.server.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Lines of the log as the distribution writes them, in both formats. */
class JsonLinesTest {
  private static final String LOGGER = "org.sozialradar.example";

  private final LoggerContext log = new LoggerContext();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void configure() throws Exception {
    // The context's own MDC adapter is the one that org.slf4j.MDC writes to.
    log.setMDCAdapter(MDC.getMDCAdapter());
    var configurator = new JoranConfigurator();
    configurator.setContext(log);
    configurator.doConfigure(LogLines.class.getResource("/logback.xml"));
  }

  @AfterEach
  void end() {
    MDC.clear();
    log.stop();
  }

  @SuppressWarnings("unchecked")
  private void hear() {
    var root = log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ((OutputStreamAppender<ILoggingEvent>) root.getAppender("console")).setOutputStream(out);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private JsonNode line() throws Exception {
    assertThat(said()).endsWith("\n").hasLineCount(1);
    return new ObjectMapper().readTree(said());
  }

  private static IllegalStateException deepFailure(int depth) {
    return depth == 0
        ? new IllegalStateException("outer", new IllegalArgumentException("x".repeat(20_000)))
        : deepFailure(depth - 1);
  }

  @Test
  void anEventIsOneObjectWithTypedFields() throws Exception {
    LogLines.writeJson(log);
    hear();
    MDC.put("requestId", "abc");
    log.getLogger(LOGGER)
        .atInfo()
        .addKeyValue("status", 404)
        .addKeyValue("route", "/x")
        .log("line one\nline \"two\" {}", "ü");
    var line = line();
    assertThat(Instant.parse(line.get("time").asText())).isBeforeOrEqualTo(Instant.now());
    assertThat(line.get("level").asText()).isEqualTo("INFO");
    assertThat(line.get("logger").asText()).isEqualTo(LOGGER);
    assertThat(line.get("thread").asText()).isEqualTo(Thread.currentThread().getName());
    assertThat(line.get("message").asText()).isEqualTo("line one\nline \"two\" ü");
    assertThat(line.get("requestId").asText()).isEqualTo("abc");
    assertThat(line.get("status").isInt()).isTrue();
    assertThat(line.get("route").asText()).isEqualTo("/x");
    assertThat(line.has("stack")).isFalse();
  }

  @Test
  void aStackTraceIsBounded() throws Exception {
    LogLines.writeJson(log);
    hear();
    log.getLogger(LOGGER).error("x".repeat(10_000), deepFailure(200));
    var line = line();
    assertThat(line.get("message").asText()).hasSize(JsonLines.LONGEST_MESSAGE + 1);
    String stack = line.get("stack").asText();
    assertThat(stack).hasSize(JsonLines.LONGEST_STACK + 1).contains("outer", "deepFailure");
    assertThat(stack.split("deepFailure", -1).length - 1).isEqualTo(JsonLines.MOST_FRAMES);
  }

  @Test
  void textNamesTheRequestAndIsBoundedToo() {
    hear();
    MDC.put("requestId", "abc");
    log.getLogger(LOGGER).info("one\r\ntwo");
    assertThat(said()).hasLineCount(1).endsWith(" INFO  org.sozialradar.example abc one two\n");
    out.reset();
    MDC.clear();
    log.getLogger(LOGGER).warn("x".repeat(10_000));
    assertThat(said()).contains(" - xxx").hasSizeLessThan(2_200);
    out.reset();
    log.getLogger(LOGGER).error("failed", deepFailure(200));
    assertThat(said().lines().filter(line -> line.contains("deepFailure")))
        .as("frames of two failures")
        .hasSize(2 * JsonLines.MOST_FRAMES);
  }

  @Test
  void whatJettySaysOfUnreadableRequestsIsLeftToTheRequestLog() {
    for (var name :
        new String[] {
          "org.eclipse.jetty.http.HttpParser",
          "org.eclipse.jetty.util.HostPort",
          "org.eclipse.jetty.util.thread.SerializedInvoker"
        }) {
      assertThat(log.getLogger(name).isWarnEnabled()).as(name).isFalse();
      assertThat(log.getLogger(name).isErrorEnabled()).as(name).isTrue();
    }
    assertThat(log.getLogger("org.eclipse.jetty.server.Server").isWarnEnabled()).isTrue();
  }
}
