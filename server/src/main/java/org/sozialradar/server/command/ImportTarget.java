package org.sozialradar.server.command;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Stores;

/**
 * The store of an import. One that the import itself made goes again when nothing was stored in it:
 * a path that held nothing holds nothing then.
 */
final class ImportTarget implements AutoCloseable {
  private final GeodataStore store;

  /** Folder of the store and the topmost folder that was made for it; empty if it was there. */
  private final Optional<Made> made;

  private record Made(Path folder, Path topmost) {}

  private ImportTarget(GeodataStore store, Optional<Made> made) {
    this.store = store;
    this.made = made;
  }

  /** Opens a store as {@link Stores#open(String, StoreLogin)} does. */
  static ImportTarget open(String address, StoreLogin login) {
    Optional<Made> made = isMissing(address) ? Optional.of(missing(address)) : Optional.empty();
    return new ImportTarget(Stores.open(address, login), made);
  }

  /** Whether the address names a folder that is not there. */
  static boolean isMissing(String address) {
    return !address.isBlank() && !address.startsWith("jdbc:") && !Files.exists(Path.of(address));
  }

  private static Made missing(String address) {
    var folder = Path.of(address).toAbsolutePath().normalize();
    var topmost = folder;
    while (topmost.getParent() != null && !Files.exists(topmost.getParent())) {
      topmost = topmost.getParent();
    }
    return new Made(folder, topmost);
  }

  GeodataStore store() {
    return store;
  }

  @Override
  public void close() {
    boolean unused = made.isPresent() && isEmpty();
    store.close();
    if (unused) {
      remove(made.get());
    }
  }

  private boolean isEmpty() {
    try {
      return store.listRevisions().isEmpty();
    } catch (StoreException unknown) {
      return false; // Why it failed is thrown already; what cannot be read is not deleted.
    }
  }

  private static void remove(Made made) {
    try {
      for (var file : databaseFiles(made.folder())) {
        Files.delete(file);
      }
      Files.delete(made.folder());
      var parent = made.folder();
      while (!parent.equals(made.topmost())) {
        parent = parent.getParent();
        Files.delete(parent);
      }
    } catch (DirectoryNotEmptyException usedByAnother) {
      return; // Somebody has put something else there meanwhile.
    } catch (IOException failure) {
      throw new StoreException("cannot remove the empty store " + made.folder(), failure);
    }
  }

  /** Others may have put files of their own beside them, such as one of tokens. */
  private static List<Path> databaseFiles(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, Stores.FILE_NAME + ".*")) {
      var found = new ArrayList<Path>();
      files.forEach(found::add);
      return found;
    }
  }
}
