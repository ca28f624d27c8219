package org.sozialradar.ingest;

/**
 * Reads resources of one kind. Found as a service ({@code META-INF/services}), so that this package
 * knows none of them; needs a public constructor without parameters.
 *
 * @param <S> settings of the kind
 */
public interface ResourceImporter<S extends ResourceSettings> {
  /** Value of {@code radar.kind} in the manifest. */
  String kind();

  Class<S> settingsType();

  /**
   * Reads one resource into the batch. Bad rows are added to the issues of the input; what makes
   * reading on pointless is thrown.
   *
   * @throws InputRejectedException if the file or its settings cannot be used
   */
  void read(ResourceInput<S> input, BatchBuilder batch);

  /** Called once when all resources of the package were read and no error was found. */
  default void finish(ResourceInput<S> input, BatchBuilder batch) {}
}
