package org.sozialradar.ingest.definition;

import java.util.List;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.JsonPlace;
import org.sozialradar.publication.PublicationException;

/** Tells where in its file stands what kept a definition from being computed. */
public final class DefinitionFault {
  private DefinitionFault() {}

  /**
   * The fault as an issue with file, line and path; its code is that of the fault.
   *
   * @param yaml the definition
   * @param file name of its file
   */
  public static ImportIssue of(PublicationException fault, byte[] yaml, String file) {
    var place =
        fault.field().isEmpty()
            ? IssuePlace.ofFile(file)
            : DefinitionReader.place(new JsonPlace(List.of(fault.field().split("/"))), yaml, file);
    return issue(fault).at(place, "", fault.text());
  }

  /** The fault as an issue of no file, where none was given. */
  public static ImportIssue of(PublicationException fault) {
    return issue(fault).at(IssuePlace.NONE, "", fault.text());
  }

  private static IssueType issue(PublicationException fault) {
    return IssueType.error(fault.code(), "%s", "%s");
  }
}
