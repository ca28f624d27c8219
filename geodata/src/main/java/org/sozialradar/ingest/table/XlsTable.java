package org.sozialradar.ingest.table;

import java.io.IOException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.TableDialect;

/** Reads a sheet of an XLS workbook (BIFF8) as a stream of records. */
final class XlsTable {
  private XlsTable() {}

  static LocalizedText read(InputFile file, TableDialect dialect, RowSink sink) {
    var records = new XlsRecords(dialect, sink);
    try (var document = new POIFSFileSystem(file.path().toFile(), true)) {
      var request = new HSSFRequest();
      request.addListenerForAllRecords(records);
      new HSSFEventFactory().processWorkbookEvents(request, document);
      records.end();
    } catch (IOException e) {
      throw TableReader.unreadable(file, records.row(), e);
    } catch (RuntimeException e) {
      // the library answers broken workbooks with many kinds of runtime exceptions
      throw records.isFailureOfSink(e) ? e : TableReader.unreadable(file, records.row(), e);
    }
    if (!records.foundSheet()) {
      throw XlsxTable.noSheet(file, dialect);
    }
    return LocalizedText.same("XLS, " + records.sheetName());
  }
}
