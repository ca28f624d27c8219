package org.sozialradar.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreUnreachableException;

/** A real store that can be away, as behind a network that is cut. */
final class AwayStore implements InvocationHandler {
  private static final Set<String> ALWAYS = Set.of("close", "subscribe");

  private final GeodataStore store;
  private final AtomicBoolean away = new AtomicBoolean();

  private AwayStore(GeodataStore store) {
    this.store = store;
  }

  static AwayStore over(GeodataStore store) {
    return new AwayStore(store);
  }

  GeodataStore asStore() {
    return (GeodataStore)
        Proxy.newProxyInstance(
            GeodataStore.class.getClassLoader(), new Class<?>[] {GeodataStore.class}, this);
  }

  void goAway() {
    away.set(true);
  }

  void comeBack() {
    away.set(false);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (away.get() && !ALWAYS.contains(method.getName())) {
      throw new StoreUnreachableException("the network is cut");
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
