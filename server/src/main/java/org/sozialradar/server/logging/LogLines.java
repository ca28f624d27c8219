package org.sozialradar.server.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.config.OperationConfig.LogFormat;

/** Chooses how the log of this process is written. */
public final class LogLines {
  private static final String APPENDER = "console";

  private LogLines() {}

  /**
   * Has all further lines written in a format. Text is what {@code logback.xml} says; a
   * configuration of the operator's own, without an appender of that name, is left as it is.
   */
  public static void write(LogFormat format) {
    if (format == LogFormat.JSON
        && LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
      writeJson(log);
    }
  }

  static void writeJson(LoggerContext log) {
    var root = log.getLogger(Logger.ROOT_LOGGER_NAME);
    if (root.getAppender(APPENDER) instanceof OutputStreamAppender<ILoggingEvent> console) {
      var lines = new JsonLines();
      lines.setContext(log);
      lines.start();
      console.setEncoder(lines);
    }
  }
}
