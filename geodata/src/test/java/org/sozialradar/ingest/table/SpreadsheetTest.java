package org.sozialradar.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.ManifestResource;
import org.sozialradar.ingest.TableDialect;

class SpreadsheetTest {
  private static final ImportLimits LIMITS =
      new ImportLimits(1 << 20, 20L << 20, 100, 1000, 50, 200, 1000);

  @TempDir Path folder;

  private List<TableRow> read(byte[] bytes, String sheetName) throws IOException {
    var path = Files.write(folder.resolve("table.bin"), bytes);
    var dialect = new TableDialect(null, null, null, null, null, null, sheetName, null);
    var resource =
        new ManifestResource("t", "table.bin", null, null, dialect, null, new NoSettings());
    var rows = new ArrayList<TableRow>();
    TableReader.read(InputFile.of(path, LIMITS), resource, rows::add);
    return rows;
  }

  private record NoSettings() implements org.sozialradar.ingest.ResourceSettings {}

  private String rejection(byte[] bytes, String sheetName) {
    return catchThrowableOfType(InputRejectedException.class, () -> read(bytes, sheetName))
        .issue()
        .code();
  }

  private static List<String> texts(TableRow row) {
    return row.cells().stream().map(TableCell::text).toList();
  }

  @Test
  void readsAnXlsxSheetWithGapsFormulasAndErrors() throws IOException {
    var rows =
        read(
            Workbooks.xlsx(
                """
                <row r="1"><c r="A1" t="inlineStr"><is><t>ags</t></is></c><c r="C1" t="inlineStr"><is><t>x</t></is></c></row>
                <row r="3"><c r="A3"><v>1001000</v></c><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="e"><v>#DIV/0!</v></c><c r="D3"><v>1.5E-3</v></c></row>
                """),
            "Daten");
    assertThat(rows).extracting(TableRow::number).containsExactly(1L, 3L);
    assertThat(texts(rows.get(0))).containsExactly("ags", "", "x");
    assertThat(texts(rows.get(1))).containsExactly("1001000", "2", "#DIV/0!", "0.0015");
    assertThat(rows.get(1).cell(0)).isInstanceOf(TableCell.Numeric.class);
    assertThat(rows.get(1).cell(2)).isInstanceOf(TableCell.Text.class);
  }

  @Test
  void aFormulaWithoutStoredResultIsNoEmptyCell() throws IOException {
    var rows = read(Workbooks.xlsx("<row r=\"1\"><c r=\"A1\"><f>1+1</f></c></row>"), "Daten");
    assertThat(texts(rows.get(0))).containsExactly("=1+1");
  }

  @Test
  void resultsOfXlsFormulasThatAreNoNumbersAreNotZero() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new HSSFWorkbook()) {
      var row = workbook.createSheet("Daten").createRow(0);
      var formulas = List.of("1+1", "1/0", "1=1", "\"a\"&\"b\"", "REPT(\"a\",0)");
      for (int i = 0; i < formulas.size(); i++) {
        row.createCell(i).setCellFormula(formulas.get(i));
      }
      row.createCell(formulas.size()).setCellValue(7);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.write(bytes);
    }
    var rows = read(bytes.toByteArray(), "Daten");
    assertThat(texts(rows.get(0))).containsExactly("2", "#ERROR", "true", "ab", "", "7");
    assertThat(rows.get(0).cell(1)).isInstanceOf(TableCell.Text.class);
  }

  @Test
  void aMissingSheetIsNamed() throws IOException {
    assertThat(rejection(Workbooks.xlsx(""), "Tabelle9")).isEqualTo("sheet-missing");
  }

  @Test
  void aTruncatedWorkbookIsRejected() throws IOException {
    var bytes = Workbooks.xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    assertThat(rejection(Arrays.copyOf(bytes, bytes.length - 30), ""))
        .isEqualTo("archive-unreadable");
  }

  @Test
  void aSheetThatIsNoXmlIsRejected() throws IOException {
    assertThat(rejection(Workbooks.xlsx("<row r=\"1\"><c r=\"A1\"><v>1</row>"), ""))
        .isEqualTo("table-unreadable");
  }

  @Test
  void aNumberThatIsNoneIsRejectedOrText() throws IOException {
    assertThat(rejection(Workbooks.xlsx("<row r=\"1\"><c r=\"A1\"><v>one</v></c></row>"), ""))
        .isEqualTo("table-unreadable");
  }

  @Test
  void aColumnBeyondAllSpreadsheetsIsRejectedBeforeItTakesMemory() throws IOException {
    assertThat(rejection(Workbooks.xlsx("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"), ""))
        .isEqualTo("table-too-many-columns");
    assertThat(rejection(Workbooks.xlsx("<row r=\"1\"><c  r=\"ZZZZZZ1\"><v>1</v></c></row>"), ""))
        .isEqualTo("table-too-many-columns");
    assertThat(rejection(Workbooks.xlsx("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"), ""))
        .isEqualTo("table-too-many-columns");
  }

  @Test
  void entitiesOfXmlAreNotExpanded() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      Workbooks.put(zip, "[Content_Types].xml", Workbooks.CONTENT_TYPES);
      Workbooks.put(zip, "xl/workbook.xml", Workbooks.WORKBOOK);
      Workbooks.put(zip, "xl/_rels/workbook.xml.rels", Workbooks.RELATIONS);
      Workbooks.put(
          zip,
          "xl/worksheets/sheet1.xml",
          """
          <!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>
          <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
          <row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>
          """);
    }
    List<TableRow> rows = new ArrayList<>();
    try {
      rows.addAll(read(bytes.toByteArray(), ""));
    } catch (InputRejectedException refused) {
      assertThat(refused.issue().code()).isEqualTo("table-unreadable");
    }
    assertThat(rows).allSatisfy(row -> assertThat(row.cell(0).text()).isEmpty());
  }

  @Test
  void aWorkbookOfZerosIsRejected() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      Workbooks.put(zip, "xl/worksheets/sheet1.xml", " ".repeat(30 << 20));
    }
    assertThat(rejection(bytes.toByteArray(), "")).isEqualTo("unpacked-too-large");
  }

  @Test
  void readsAnXlsSheetByItsName() throws IOException {
    var rows = read(xls(), "Daten");
    assertThat(rows).hasSize(2);
    assertThat(texts(rows.get(0))).containsExactly("Kennziffer", "", "1998");
    assertThat(texts(rows.get(1))).containsExactly("01001000", "5784", "2");
    assertThat(rows.get(1).cell(1)).isInstanceOf(TableCell.Numeric.class);
    assertThat(texts(read(xls(), "").get(0))).containsExactly("other");
    assertThat(rejection(xls(), "Nix")).isEqualTo("sheet-missing");
  }

  private static byte[] xls() throws IOException {
    try (var book = new HSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      book.createSheet("Anderes").createRow(0).createCell(0).setCellValue("other");
      var sheet = book.createSheet("Daten");
      var header = sheet.createRow(0);
      header.createCell(0).setCellValue("Kennziffer");
      header.createCell(2).setCellValue("1998");
      var row = sheet.createRow(4);
      row.createCell(0).setCellValue("01001000");
      row.createCell(1).setCellValue(5784);
      var formula = row.createCell(2);
      formula.setCellFormula("1+1");
      book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(formula);
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void aBrokenXlsIsRejected() throws IOException {
    var bytes = xls();
    assertThat(rejection(Arrays.copyOf(bytes, bytes.length / 3), "")).isEqualTo("table-unreadable");
    Arrays.fill(bytes, 600, bytes.length, (byte) 7);
    assertThat(rejection(bytes, "")).isIn("table-unreadable", "sheet-missing");
  }

  @Test
  void limitsHoldForTextToo() throws IOException {
    var rows = "a,b\n".repeat(1001).getBytes(StandardCharsets.UTF_8);
    assertThat(rejection(rows, "")).isEqualTo("table-too-many-rows");
    var columns = ("a" + ",".repeat(60) + "\n").getBytes(StandardCharsets.UTF_8);
    assertThat(rejection(columns, "")).isEqualTo("table-too-many-columns");
    var cell = ("a,b\n" + "x".repeat(201) + ",2\n").getBytes(StandardCharsets.UTF_8);
    assertThat(rejection(cell, "")).isEqualTo("cell-too-long");
    var record = ("a,b\n\"" + "x\n".repeat(400_000)).getBytes(StandardCharsets.UTF_8);
    assertThat(rejection(record, "")).isEqualTo("cell-too-long");
  }
}
