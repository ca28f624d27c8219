package org.sozialradar.release;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sozialradar.dataset.LocalizedText;

/**
 * A state of what is published, frozen under an id. Its files were made once from one revision and
 * never change; the revision itself need not be kept.
 *
 * @param id such as {@code 2026.1}: digits, lower-case letters, and single dots and hyphens between
 *     them, at most 32 characters
 * @param revision number of the revision that it was made of
 * @param createdAt when it was made
 * @param place name of the folder that holds its files: its id with a random part, so that nothing
 *     that was left of another attempt is ever mistaken for it
 * @param description what is said of it
 * @param withdrawal that it may no longer be used, if so
 */
public record Release(
    String id,
    long revision,
    Instant createdAt,
    String place,
    ReleaseDescription description,
    Optional<Withdrawal> withdrawal) {
  /** Most characters of an id. */
  public static final int MOST_ID = 32;

  private static final Pattern ID = Pattern.compile("[0-9a-z]+([.-][0-9a-z]+)*");

  /**
   * Checks the release.
   *
   * @throws ReleaseException {@code id-unfit}
   */
  public Release {
    requireId(id);
    if (revision < 1 || !ReleaseFolder.isPlace(place) || !place.startsWith(id)) {
      throw new IllegalArgumentException("not a release: " + id + " of " + revision);
    }
  }

  /** Whether a text can be the id of a release. */
  public static boolean isId(String text) {
    return text.length() <= MOST_ID && ID.matcher(text).matches();
  }

  /**
   * Lets an id pass.
   *
   * @throws ReleaseException {@code id-unfit}
   */
  public static void requireId(String id) {
    ReleaseException.require(isId(id), "id-unfit", Map.of("id", id));
  }

  /** Whether it was withdrawn. */
  public boolean isWithdrawn() {
    return withdrawal.isPresent();
  }

  /** Whether its files must not exist any more. */
  public boolean isErased() {
    return withdrawal.isPresent() && withdrawal.get().erased();
  }

  /** Whether results in it rest on a wave of a survey. */
  public boolean restsOn(SurveyWave wave) {
    return description.waves().contains(wave);
  }

  /** Its file of a name. */
  public Optional<ReleaseFile> findFile(String name) {
    return description.files().stream().filter(file -> file.name().equals(name)).findAny();
  }

  /** The same, withdrawn: what was said first stays, and what was erased stays erased. */
  public Release with(Withdrawal newer) {
    var kept = withdrawal.map(first -> newer.erased() ? first.erasing() : first).orElse(newer);
    return new Release(id, revision, createdAt, place, description, Optional.of(kept));
  }

  /**
   * The withdrawal of what rests on a wave that was deleted. The reason names neither the survey
   * nor anything of what was said in it.
   */
  public static Withdrawal ofDeletedWave(Instant at) {
    return new Withdrawal(
        at,
        new LocalizedText(
            "Eine Befragung, auf der Werte darin beruhen, wurde gelöscht.",
            "A survey that values in it rest on was deleted."),
        true);
  }
}
