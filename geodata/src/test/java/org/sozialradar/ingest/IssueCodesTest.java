package org.sozialradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sozialradar.SharedData;

/** The page about imports explains every issue that the code can report, and no other. */
class IssueCodesTest {
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z0-9-]+)` \\| (error|warning|note) \\| .+ \\| .+ \\|");

  @Test
  void thePageExplainsEachIssueThatTheCodeCanReport() throws IOException {
    var explained = new TreeSet<String>();
    var page = Files.readString(SharedData.projectRoot().resolve("docs/import.md"));
    for (var line : page.lines().toList()) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        assertThat(explained.add(row.group(1) + " " + row.group(2))).as(line).isTrue();
      }
    }
    assertThat(explained).isEqualTo(ofTheCode()).hasSizeGreaterThan(100);
  }

  private static SortedSet<String> ofTheCode() {
    var issues = new TreeSet<String>();
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sozialradar");
    for (var type : classes) {
      for (var field : type.getFields()) {
        if (field.getRawType().isEquivalentTo(IssueType.class)
            && field.getModifiers().contains(JavaModifier.STATIC)) {
          var issue = constant(field);
          issues.add(issue.code() + " " + issue.severity().name().toLowerCase(Locale.ROOT));
        }
      }
    }
    return issues;
  }

  private static IssueType constant(JavaField field) {
    try {
      var reflected = field.reflect();
      reflected.setAccessible(true);
      return (IssueType) reflected.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field.getFullName(), e);
    }
  }
}
