package org.sozialradar.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreException;

/** A real store whose disk fails after it was read for the first time, until it is repaired. */
final class FailingStore implements InvocationHandler {
  private static final Set<String> NEEDING_NO_DISK = Set.of("close", "subscribe");

  private final GeodataStore store;
  private final AtomicBoolean wasRead = new AtomicBoolean();
  private final AtomicBoolean repaired = new AtomicBoolean();

  private FailingStore(GeodataStore store) {
    this.store = store;
  }

  static FailingStore over(GeodataStore store) {
    return new FailingStore(store);
  }

  GeodataStore asStore() {
    return (GeodataStore)
        Proxy.newProxyInstance(
            GeodataStore.class.getClassLoader(), new Class<?>[] {GeodataStore.class}, this);
  }

  void repair() {
    repaired.set(true);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    boolean first = method.getName().equals("read") && wasRead.compareAndSet(false, true);
    if (!first && !repaired.get() && !NEEDING_NO_DISK.contains(method.getName())) {
      throw new StoreException("the disk does not answer");
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
