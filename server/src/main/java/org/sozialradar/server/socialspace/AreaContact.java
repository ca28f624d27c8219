package org.sozialradar.server.socialspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.sozialradar.area.AreaCode;
import org.sozialradar.records.RecordStore;
import org.sozialradar.records.SavedRecord;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * A contact with its area in an edition.
 *
 * @param level level of its area; null if the edition does not know the area
 * @param areaName name of its area; null likewise
 * @param address null if not said
 * @param link null if not said
 * @param savedAt when it was saved last, ISO 8601
 */
record AreaContact(
    String id,
    String area,
    String level,
    String areaName,
    String office,
    String address,
    String link,
    String savedAt) {

  /** All contacts, by area, then office. */
  static List<AreaContact> list(RecordStore records, Snapshot snapshot, String edition) {
    var contacts = new ArrayList<AreaContact>();
    for (var saved : records.list(Contact.KIND)) {
      contacts.add(of(saved, snapshot, edition));
    }
    contacts.sort(
        Comparator.comparing(AreaContact::area)
            .thenComparing(AreaContact::office)
            .thenComparing(AreaContact::id));
    return contacts;
  }

  static AreaContact of(SavedRecord saved, Snapshot snapshot, String edition) {
    var contact = Contact.of(saved);
    var area = snapshot.areas(edition).find(new AreaCode(contact.area()));
    return new AreaContact(
        contact.id(),
        contact.area(),
        area.map(AreaEntry::level).orElse(null),
        area.map(AreaEntry::name).orElse(null),
        contact.office(),
        contact.address().isEmpty() ? null : contact.address(),
        contact.link().isEmpty() ? null : contact.link(),
        saved.savedAt().toString());
  }

  /** Those of an area, then those of what holds it. */
  static List<AreaContact> list(
      RecordStore records, Snapshot snapshot, String edition, AreaEntry area) {
    var known = list(records, snapshot, edition);
    var contacts = new ArrayList<>(known.stream().filter(one -> one.isOf(area)).toList());
    known.stream().filter(one -> one.isOfHolder(area)).forEach(contacts::add);
    return contacts;
  }

  private boolean isOf(AreaEntry other) {
    return level != null && level.equals(other.level()) && area.equals(other.code().value());
  }

  private boolean isOfHolder(AreaEntry other) {
    var holder = level == null ? null : other.ancestors().get(level);
    return !isOf(other) && holder != null && holder.value().equals(area);
  }

  /** Tells lists of contacts apart, also when one of them was changed. */
  static String key(List<AreaContact> contacts) {
    return contacts.stream()
        .map(one -> one.id() + "@" + one.savedAt() + "/" + one.hashCode())
        .collect(Collectors.joining(","));
  }
}
