package org.sozialradar.server;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What a logger was given, as long as this is open; others may log meanwhile. */
final class LoggedLines implements AutoCloseable {
  private final Logger logger;
  private final ch.qos.logback.classic.Level before;
  private final List<ILoggingEvent> events = new ArrayList<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          event.prepareForDeferredProcessing();
          hear(event);
        }
      };

  LoggedLines(String name, Level level) {
    logger = (Logger) LoggerFactory.getLogger(name);
    before = logger.getLevel();
    logger.setLevel(ch.qos.logback.classic.Level.convertAnSLF4JLevel(level));
    appender.start();
    logger.addAppender(appender);
  }

  private synchronized void hear(ILoggingEvent event) {
    events.add(event);
    notifyAll();
  }

  /** All events, when there are as many. */
  synchronized List<ILoggingEvent> await(int number) throws InterruptedException {
    long end = System.nanoTime() + 300_000_000_000L;
    while (events.size() < number && System.nanoTime() < end) {
      wait(1000);
    }
    return List.copyOf(events);
  }

  /** What an event brings along by name. */
  static Map<String, Object> fields(ILoggingEvent event) {
    var fields = new TreeMap<String, Object>(event.getMDCPropertyMap());
    event.getKeyValuePairs().forEach(pair -> fields.put(pair.key, pair.value));
    return fields;
  }

  @Override
  public void close() {
    logger.detachAppender(appender);
    logger.setLevel(before);
  }
}
