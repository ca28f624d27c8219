package org.sozialradar.ingest;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be imported.
 *
 * @param inputs manifests, or data files that a manifest names; each data package becomes one
 *     transaction, in this order
 * @param dataFolders folders below which files are looked for that are not beside their manifest
 * @param manifestFolders folders with manifests that describe a data file given without one
 * @param dryRun true to do all but storing
 */
public record ImportRequest(
    List<Path> inputs, List<Path> dataFolders, List<Path> manifestFolders, boolean dryRun) {
  public ImportRequest {
    inputs = List.copyOf(inputs);
    dataFolders = List.copyOf(dataFolders);
    manifestFolders = List.copyOf(manifestFolders);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("nothing to import");
    }
  }
}
