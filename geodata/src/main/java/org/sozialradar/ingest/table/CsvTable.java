package org.sozialradar.ingest.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.ManifestResource;
import org.sozialradar.ingest.TableDialect;

/** Reads CSV as a stream. */
final class CsvTable {
  private static final int START_CHARACTERS = 1 << 16;

  private final InputFile file;
  private final TextEncoding encoding;
  private final CSVFormat format;

  private CsvTable(InputFile file, TextEncoding encoding, CSVFormat format) {
    this.file = file;
    this.encoding = encoding;
    this.format = format;
  }

  static LocalizedText read(InputFile file, ManifestResource resource, RowSink sink) {
    var encoding = TextEncoding.of(file, resource.encoding());
    var dialect = resource.dialect();
    char delimiter =
        dialect.delimiter().isEmpty()
            ? detected(file, encoding, dialect)
            : dialect.delimiter().charAt(0);
    new CsvTable(file, encoding, format(dialect, delimiter)).readTo(sink);
    String shown = delimiter == '\t' ? "TAB" : String.valueOf(delimiter);
    return LocalizedText.same("CSV, " + encoding.charset().name() + ", '" + shown + "'");
  }

  static CSVFormat format(TableDialect dialect, char delimiter) {
    var builder =
        CSVFormat.Builder.create()
            .setDelimiter(delimiter)
            .setQuote(dialect.quoteChar().isEmpty() ? null : dialect.quoteChar().charAt(0))
            .setIgnoreEmptyLines(true);
    if (!dialect.commentChar().isEmpty()) {
      builder.setCommentMarker(dialect.commentChar().charAt(0));
    }
    return builder.get();
  }

  private static char detected(InputFile file, TextEncoding encoding, TableDialect dialect) {
    try (Reader in = open(file, encoding)) {
      var start = new char[START_CHARACTERS];
      int length = 0;
      for (int read = 0; read >= 0 && length < start.length; length += Math.max(0, read)) {
        read = in.read(start, length, start.length - length);
      }
      return DelimiterDetection.delimiterOf(new String(start, 0, length), dialect);
    } catch (CharacterCodingException e) {
      throw encodingDiffers(file, encoding, 0, e);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private static Reader open(InputFile file, TextEncoding encoding) throws IOException {
    InputStream in = file.open();
    in.skipNBytes(encoding.markBytes());
    var decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new BufferedReader(new InputStreamReader(in, decoder), 1 << 16);
  }

  private void readTo(RowSink sink) {
    long row = 0;
    try (var in = new RecordBudget(open(file, encoding), recordCharacters());
        var parser = CSVParser.builder().setReader(in).setFormat(format).get()) {
      for (var records = parser.iterator(); records.hasNext(); ) {
        row = parser.getCurrentLineNumber() + 1;
        var record = records.next();
        row = parser.getCurrentLineNumber() - innerLines(record);
        in.renew();
        sink.accept(row(row, record));
      }
    } catch (RecordBudget.ExceededException e) {
      throw TableReader.tooLong(file, row);
    } catch (UncheckedIOException e) {
      throw rejection(row, e.getCause());
    } catch (IOException e) {
      throw rejection(row, e);
    }
  }

  private long recordCharacters() {
    return 4L * file.limits().cellCharacters() + (1 << 17);
  }

  private InputRejectedException rejection(long row, IOException e) {
    if (e instanceof CharacterCodingException coding) {
      return encodingDiffers(file, encoding, row + 1, coding);
    }
    return e instanceof java.io.EOFException
        ? file.unreadable(e)
        : TableReader.unreadable(file, row, e);
  }

  private static InputRejectedException encodingDiffers(
      InputFile file, TextEncoding encoding, long row, CharacterCodingException e) {
    return new InputRejectedException(
        TableIssues.ENCODING_DIFFERS.at(
            IssuePlace.ofRow(file.name(), row), "", encoding.charset().name()),
        e);
  }

  private static long innerLines(CSVRecord record) {
    long lines = 0;
    for (var value : record) {
      for (int i = value.indexOf('\n'); i >= 0; i = value.indexOf('\n', i + 1)) {
        lines++;
      }
    }
    return lines;
  }

  private static TableRow row(long number, CSVRecord record) {
    var cells = new ArrayList<TableCell>(record.size());
    record.forEach(value -> cells.add(new TableCell.Text(value)));
    return new TableRow(number, cells, true);
  }

  /** Parses a piece of text, for detection. */
  static CSVParser parser(String text, CSVFormat format) throws IOException {
    return CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get();
  }
}
