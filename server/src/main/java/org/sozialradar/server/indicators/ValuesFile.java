package org.sozialradar.server.indicators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.area.AreaCode;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.export.CsvExport;
import org.sozialradar.export.TableSchemaExport;
import org.sozialradar.export.ValuesExport;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;

/** Values as a file for other programs: CSV, and its description as Table Schema beside it. */
final class ValuesFile {
  private static final HttpField CSV = Content.type(CsvExport.MEDIA_TYPE);
  private static final HttpField SCHEMA = Content.type(TableSchemaExport.MEDIA_TYPE);

  private ValuesFile() {}

  static Content csv(ValuesSelection selection, CsvDialect dialect) {
    var export = export(selection);
    var text = new StringBuilder();
    try {
      CsvExport.begin(text, dialect).write(export);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    String description = "<" + beside(selection, "schema") + ">; rel=\"describedby\"";
    return content(
        CSV, text.toString(), export.fileName() + ".csv", new HttpField("Link", description));
  }

  static Content schema(ValuesSelection selection) {
    var export = export(selection);
    String described = "<" + beside(selection, "csv") + ">; rel=\"describes\"";
    return content(
        SCHEMA,
        TableSchemaExport.write(export),
        export.fileName() + ".resource.json",
        new HttpField("Link", described));
  }

  /** Another form as seen from this one, wherever a proxy shows both. */
  private static String beside(ValuesSelection selection, String format) {
    String address = selection.address(format);
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static Content content(HttpField type, String text, String file, HttpField link) {
    var name = new HttpField("Content-Disposition", "attachment; filename=\"" + file + "\"");
    return Content.of(
        type, text.getBytes(StandardCharsets.UTF_8), CachePolicy.IMMUTABLE, List.of(name, link));
  }

  private static ValuesExport export(ValuesSelection selection) {
    var names = new HashMap<AreaCode, String>();
    selection
        .snapshot()
        .areas(selection.edition())
        .list(selection.level())
        .forEach((code, area) -> names.put(code, area.name()));
    return new ValuesExport(
        selection.snapshot().revision().number(),
        selection.indicator(),
        selection.snapshot().results().kind(selection.indicator().id()),
        selection.snapshot().datasets(),
        selection.table(),
        List.of(selection.period()),
        names);
  }
}
