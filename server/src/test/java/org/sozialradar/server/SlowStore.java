package org.sozialradar.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sozialradar.store.GeodataStore;

/**
 * A real store that, once it was read for the first time, keeps readers waiting until it is woken.
 */
final class SlowStore implements InvocationHandler {
  private final GeodataStore store;
  private final AtomicBoolean wasRead = new AtomicBoolean();
  private final CountDownLatch awake = new CountDownLatch(1);

  private SlowStore(GeodataStore store) {
    this.store = store;
  }

  static SlowStore over(GeodataStore store) {
    return new SlowStore(store);
  }

  GeodataStore asStore() {
    return (GeodataStore)
        Proxy.newProxyInstance(
            GeodataStore.class.getClassLoader(), new Class<?>[] {GeodataStore.class}, this);
  }

  void wake() {
    awake.countDown();
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("read") && !wasRead.compareAndSet(false, true)) {
      awake.await();
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
