package org.sozialradar.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.records.RecordStore;
import org.sozialradar.records.SavedRecord;
import org.sozialradar.release.Release;
import org.sozialradar.release.ReleaseStore;
import org.sozialradar.release.Withdrawal;

/**
 * A store that could not be reached when it was to be opened. It is tried again, after pauses that
 * grow, until it opens; until then every question fails with {@link StoreUnreachableException}.
 */
final class PatientStore implements GeodataStore, MeasurableStore {
  private static final Logger LOG = LoggerFactory.getLogger(PatientStore.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

  private final Supplier<GeodataStore> opening;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Thread opener;
  private Optional<GeodataStore> opened = Optional.empty();
  private Optional<Object> meters = Optional.empty();
  private String reason;
  private boolean closed;

  /** Who asked to be told, and where it is told from once the store is open. */
  private static final class Listener implements Subscription {
    private final Runnable told;
    private final Runnable forget;
    private Optional<Subscription> real = Optional.empty();
    private boolean closed;

    Listener(Runnable told, List<Listener> all) {
      this.told = told;
      forget = () -> all.remove(this);
    }

    synchronized void listenTo(GeodataStore store) {
      if (!closed && real.isEmpty()) {
        real = Optional.of(store.subscribe(told));
      }
    }

    @Override
    public synchronized void close() {
      closed = true;
      real.ifPresent(Subscription::close);
      forget.run();
    }
  }

  /**
   * Begins to try.
   *
   * @param opening opens the store, or throws {@link StoreException}
   * @param reason why it could not be opened before
   */
  PatientStore(Supplier<GeodataStore> opening, String reason) {
    this.opening = opening;
    this.reason = reason;
    opener = new Thread(this::open, "opens the store");
    opener.setDaemon(true);
    opener.start();
  }

  private void open() {
    var pause = FIRST_PAUSE;
    try {
      while (!isClosed() && !tryToOpen()) {
        Thread.sleep(pause.toMillis());
        var longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      }
    } catch (InterruptedException closing) {
      LOG.debug("closed before the store could be opened");
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Whatever fails, nobody else would try again. */
  private boolean tryToOpen() {
    try {
      take(opening.get());
      return true;
    } catch (RuntimeException failure) {
      remember(failure);
      return false;
    }
  }

  private void take(GeodataStore store) {
    synchronized (this) {
      if (closed) {
        store.close();
        return;
      }
      opened = Optional.of(store);
      meters.ifPresent(given -> measure(store, given));
    }
    for (var listener : listeners) {
      listener.listenTo(store);
      listener.told.run();
    }
  }

  /** Measures the store, as soon as it is open. */
  @Override
  public synchronized void measure(Object given) {
    if (meters.isPresent()) {
      throw new IllegalStateException("the store is measured already");
    }
    meters = Optional.of(given);
    opened.ifPresent(store -> measure(store, given));
  }

  private static void measure(GeodataStore store, Object meters) {
    if (store instanceof MeasurableStore measurable) {
      measurable.measure(meters);
    }
  }

  /** What is not merely away, such as a schema of another version, must be seen. */
  private synchronized void remember(RuntimeException failure) {
    String now = String.valueOf(failure.getMessage());
    if (!now.equals(reason) && !(failure instanceof StoreUnreachableException)) {
      LOG.error("the store cannot be opened, trying on: {}", now);
    }
    reason = now;
  }

  private synchronized GeodataStore store() {
    return opened.orElseThrow(() -> new StoreUnreachableException(reason));
  }

  @Override
  public <T> T read(Function<? super GeodataReader, ? extends T> work) {
    return store().read(work);
  }

  @Override
  public <T> T read(long revision, Function<? super GeodataReader, ? extends T> work) {
    return store().read(revision, work);
  }

  @Override
  public Revision commit(ImportBatch batch) {
    return store().commit(batch);
  }

  @Override
  public List<Revision> listRevisions() {
    return store().listRevisions();
  }

  @Override
  public Revision restore(long number) {
    return store().restore(number);
  }

  @Override
  public Revision erase(List<Erasure> erasures) {
    return store().erase(erasures);
  }

  @Override
  public RecordStore records() {
    return new RecordStore() {
      @Override
      public void put(SavedRecord saved) {
        store().records().put(saved);
      }

      @Override
      public Optional<SavedRecord> find(String kind, String id) {
        return store().records().find(kind, id);
      }

      @Override
      public List<SavedRecord> list(String kind) {
        return store().records().list(kind);
      }

      @Override
      public boolean delete(String kind, String id) {
        return store().records().delete(kind, id);
      }
    };
  }

  @Override
  public ReleaseStore releases() {
    return new ReleaseStore() {
      @Override
      public void add(Release release) {
        store().releases().add(release);
      }

      @Override
      public Optional<Release> find(String id) {
        return store().releases().find(id);
      }

      @Override
      public List<Release> list() {
        return store().releases().list();
      }

      @Override
      public Release withdraw(String id, Withdrawal withdrawal) {
        return store().releases().withdraw(id, withdrawal);
      }
    };
  }

  @Override
  public List<Revision> listPrunable(int keep) {
    return store().listPrunable(keep);
  }

  @Override
  public List<Revision> prune(int keep) {
    return store().prune(keep);
  }

  @Override
  public Subscription subscribe(Runnable told) {
    var listener = new Listener(told, listeners);
    listeners.add(listener);
    Optional<GeodataStore> now;
    synchronized (this) {
      now = opened;
    }
    now.ifPresent(listener::listenTo);
    return listener;
  }

  @Override
  public void close() {
    Optional<GeodataStore> last;
    synchronized (this) {
      closed = true;
      last = opened;
    }
    opener.interrupt();
    last.ifPresent(GeodataStore::close);
  }
}
