package org.sozialradar.store;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts that a revision is made of. A part never changes: what is the same part in two
 * revisions of a store need not be read twice.
 *
 * @param revision the revision
 * @param ids a number for each part, which the store gives to no other part
 */
public record RevisionParts(Revision revision, Map<PartKey, Long> ids) {
  public RevisionParts {
    ids = Map.copyOf(ids);
  }

  /** Keys of the parts that are not the same in both: new, replaced or gone. */
  public Set<PartKey> differences(RevisionParts other) {
    var keys = new HashSet<>(ids.keySet());
    keys.addAll(other.ids.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(ids.get(key), other.ids.get(key)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
