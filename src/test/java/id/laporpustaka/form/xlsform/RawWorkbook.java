package id.laporpustaka.form.xlsform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook written out part by part, as Excel writes it or as an attacker would.
final class RawWorkbook {
    private static final String NAMESPACE = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private static final String STYLES = "<Override PartName=\"/xl/styles.xml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private String workbookProperties = "";
    private boolean styled = true;

    /// `rows` is what stands inside `sheetData`.
    static RawWorkbook of(String sheet, String rows) {
        return new RawWorkbook().sheet(sheet, rows);
    }

    RawWorkbook sheet(String name, String rows) {
        sheets.put(name, "<worksheet " + NAMESPACE + "><sheetData>" + rows + "</sheetData></worksheet>");
        return this;
    }

    /// Merges cells of the sheets that are there already.
    RawWorkbook merged(String cells) {
        sheets.replaceAll((_, sheet) -> sheet.replace(
                "</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"" + cells + "\"/></mergeCells>"));
        return this;
    }

    /// `items` are `<si>` elements.
    RawWorkbook sharedStrings(String items) {
        return part("xl/sharedStrings.xml", "<sst " + NAMESPACE + ">" + items + "</sst>");
    }

    /// `formats` are the codes of the cell styles 1, 2, …
    RawWorkbook formats(String... formats) {
        var codes = new StringBuilder();
        var styles = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (var i = 0; i < formats.length; i++) {
            codes.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>"
                    .formatted(164 + i, formats[i].replace("\"", "&quot;")));
            styles.append("<xf numFmtId=\"%d\"/>".formatted(164 + i));
        }
        return part(
                "xl/styles.xml",
                "<styleSheet %s><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>"
                        .formatted(NAMESPACE, codes, styles));
    }

    RawWorkbook withoutStyles() {
        styled = false;
        return this;
    }

    RawWorkbook countsFrom1904() {
        workbookProperties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    RawWorkbook part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    byte[] bytes() {
        var types = new StringBuilder();
        var relations = new StringBuilder();
        var listed = new StringBuilder();
        var all = new LinkedHashMap<String, String>();
        var number = 0;
        for (var sheet : sheets.entrySet()) {
            number++;
            types.append(
                    "<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                            .formatted(number));
            relations.append("<Relationship Id=\"rId%d\" Type=\"worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                    .formatted(number, number));
            listed.append(
                    "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheet.getKey(), number, number));
            all.put("xl/worksheets/sheet" + number + ".xml", sheet.getValue());
        }
        all.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                    + " PartName=\"/xl/workbook.xml\""
                    + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
                    + " PartName=\"/xl/sharedStrings.xml\""
                    + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
                        + (styled ? STYLES : "") + types + "</Types>");
        all.put(
                "xl/workbook.xml",
                "<workbook " + NAMESPACE
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + workbookProperties + "<sheets>" + listed + "</sheets></workbook>");
        all.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                        + "</Relationships>");
        if (styled) {
            all.putIfAbsent("xl/styles.xml", "<styleSheet " + NAMESPACE + "/>");
        }
        all.putAll(parts);
        return zip(all);
    }

    static byte[] zip(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return bytes.toByteArray();
    }
}
