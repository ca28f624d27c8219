package org.sozialradar.server.socialspace;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sozialradar.records.SavedRecord;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * An office that can be asked about an area. It names offices, never persons: there is no field for
 * one.
 *
 * @param id unique, as of {@link SavedRecord#isId}
 * @param area code of the area that it is for
 * @param office what it is called
 * @param address where it is, in several lines; empty if not said
 * @param link where more stands, {@code http} or {@code https}; empty if not said
 */
record Contact(String id, String area, String office, String address, String link) {
  static final String KIND = "contact";
  static final int MOST_ADDRESS = 500;
  static final int MOST_LINK = 500;

  private static final Set<String> FIELDS = Set.of("area", "office", "address", "link");

  /**
   * Reads a contact.
   *
   * @throws ProblemException naming the field that does not fit
   */
  static Contact of(String id, JsonRequest json) {
    json.requireKnown(FIELDS);
    return new Contact(
        id,
        line(json, "area", json.text("area").strip()),
        line(json, "office", json.text("office").strip()),
        address(json),
        link(json));
  }

  /** A contact that was saved. */
  static Contact of(SavedRecord saved) {
    return of(saved.id(), JsonRequest.parse(saved.json()));
  }

  private static String line(JsonRequest json, String name, String text) {
    boolean control = text.chars().anyMatch(Character::isISOControl);
    if (control || text.isEmpty() || text.length() > SavedRecord.MOST_NAME) {
      throw bad(json, name, "\"…\" (1–" + SavedRecord.MOST_NAME + ")");
    }
    return text;
  }

  private static String address(JsonRequest json) {
    String text = json.findText("address").orElse("").strip().replace("\r\n", "\n");
    boolean control = text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c));
    if (control || text.length() > MOST_ADDRESS) {
      throw bad(json, "address", "\"…\" (0–" + MOST_ADDRESS + ")");
    }
    return text;
  }

  /** The page makes a link of it: anything but an address of the web could be made to run. */
  private static String link(JsonRequest json) {
    String text = json.findText("link").orElse("").strip();
    if (text.isEmpty() || (text.length() <= MOST_LINK && isWebAddress(text))) {
      return text;
    }
    throw bad(json, "link", "https://…");
  }

  private static boolean isWebAddress(String text) {
    try {
      var address = new URI(text);
      boolean web =
          "https".equalsIgnoreCase(address.getScheme())
              || "http".equalsIgnoreCase(address.getScheme());
      return web && address.getHost() != null && address.getUserInfo() == null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  private static ProblemException bad(JsonRequest json, String name, String expected) {
    return ProblemException.ofParameter(ProblemType.BAD_FIELD, json.place(name), expected);
  }

  /** As it is kept, in a form that {@link #of(String, JsonRequest)} reads. */
  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("area", area);
    json.put("office", office);
    json.put("address", address.isEmpty() ? null : address);
    json.put("link", link.isEmpty() ? null : link);
    return json;
  }

  String text() {
    return new String(Json.bytes(json()), StandardCharsets.UTF_8);
  }
}
