package org.sozialradar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that opens later is tried until then, and measured from then on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PatientStoreMeasureTest {
  private final Object meters = new Object();
  private final List<Object> measured = new CopyOnWriteArrayList<>();

  @TempDir Path folder;

  /** A real store that remembers what it is measured with. */
  private GeodataStore measurable() {
    var store = Stores.open(folder.toString());
    return (GeodataStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {GeodataStore.class, MeasurableStore.class},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == MeasurableStore.class) {
                measured.add(arguments[0]);
                return null;
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  @Test
  void itIsMeasuredOnceItIsOpenAndOnlyOnce() throws Exception {
    var mayOpen = new CountDownLatch(1);
    try (var patient =
        new PatientStore(
            () -> {
              await(mayOpen);
              return measurable();
            },
            "away")) {
      patient.measure(meters);
      assertThat(measured).isEmpty();
      var opened = new CountDownLatch(1);
      patient.subscribe(opened::countDown);
      mayOpen.countDown();
      opened.await();
      assertThat(measured).containsExactly(meters);
      assertThatThrownBy(() -> patient.measure(meters)).isInstanceOf(IllegalStateException.class);
      assertThat(measured).hasSize(1);
    }
  }

  @Test
  void itIsTriedAgainWhateverFails() throws Exception {
    var failures = new ArrayDeque<RuntimeException>();
    failures.add(new IllegalStateException("a fault of a library"));
    failures.add(new StoreUnreachableException("away"));
    var mayOpen = new CountDownLatch(1);
    var opened = new CountDownLatch(1);
    try (var patient = new PatientStore(() -> afterAll(failures, mayOpen), "away")) {
      patient.subscribe(opened::countDown);
      mayOpen.countDown();
      opened.await();
      assertThat(failures).isEmpty();
      assertThat(patient.currentRevision().number()).isZero();
    }
  }

  private GeodataStore afterAll(Deque<RuntimeException> failures, CountDownLatch mayOpen) {
    await(mayOpen);
    if (!failures.isEmpty()) {
      throw failures.remove();
    }
    return Stores.open(folder.toString());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
