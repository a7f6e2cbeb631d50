package id.laporpustaka.form.xlsform;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Refuses parts that would cost the reader of workbooks much time or memory: it makes a list as long as the
/// farthest cell of a row says, expands shared formulas for each cell, and looks at every array formula for
/// every cell.
///
/// A workbook has no need of a document type (ECMA-376 part 2, 8.3.2 forbids it), so one with entities is
/// refused.
final class SheetLimits {
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_CELLS = 1_000_000;
    private static final int MOST_COLUMNS = 500;
    private static final int MOST_FORMULAS = 5_000;
    private static final int LONGEST_FORMULA = 8_192;
    private static final int LONGEST_NUMBER = 64;
    private static final int DEEPEST = 64;
    private static final int LAST_ROW_OF_EXCEL = 1_048_576;
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,7}");

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    private int rows;
    private int cells;
    private int formulas;
    private int longestValue;

    SheetLimits() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /// Counts on over all parts of one workbook.
    void check(byte[] part) throws UnsafeWorkbook {
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(part));
            var depth = 0;
            var text = 0;
            var longest = Integer.MAX_VALUE;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw UnsafeWorkbook.damaged();
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw UnsafeWorkbook.tooLarge();
                        }
                        text = 0;
                        longest = begin(reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        text = 0;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        text += reader.getTextLength();
                        if (text > longest) {
                            throw UnsafeWorkbook.tooLarge();
                        }
                    }
                    default -> {
                        // comments and processing instructions cost nothing
                    }
                }
            }
        } catch (XMLStreamException _) {
            throw UnsafeWorkbook.damaged();
        }
    }

    /// The longest text that the element may hold.
    private int begin(XMLStreamReader reader) throws UnsafeWorkbook {
        return switch (reader.getLocalName()) {
            case "row" -> {
                atMost(++rows, MOST_ROWS);
                row(reader.getAttributeValue(null, "r"));
                yield Integer.MAX_VALUE;
            }
            case "c" -> {
                atMost(++cells, MOST_CELLS);
                cell(reader.getAttributeValue(null, "r"));
                longestValue = "str".equals(reader.getAttributeValue(null, "t")) ? CellText.LONGEST : LONGEST_NUMBER;
                yield Integer.MAX_VALUE;
            }
            case "f" -> {
                atMost(++formulas, MOST_FORMULAS);
                yield LONGEST_FORMULA;
            }
            case "v" -> longestValue;
            default -> Integer.MAX_VALUE;
        };
    }

    private static void row(@Nullable String number) throws UnsafeWorkbook {
        if (number != null && (!WHOLE.matcher(number).matches() || Integer.parseInt(number) > LAST_ROW_OF_EXCEL)) {
            throw UnsafeWorkbook.damaged();
        }
    }

    private static void cell(@Nullable String address) throws UnsafeWorkbook {
        if (address == null) {
            return;
        }
        var matcher = ADDRESS.matcher(address.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw UnsafeWorkbook.damaged();
        }
        var column = 0;
        for (var letter : matcher.group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        if (column > MOST_COLUMNS) {
            throw new UnsafeWorkbook(
                    "Lembar di file ini punya lebih dari " + MOST_COLUMNS + " kolom. Hapus kolom yang tidak perlu di"
                            + " sebelah kanan.",
                    "A sheet of this file has more than " + MOST_COLUMNS + " columns. Delete the columns on the right"
                            + " that it does not need.");
        }
    }

    private static void atMost(int count, int most) throws UnsafeWorkbook {
        if (count > most) {
            throw UnsafeWorkbook.tooLarge();
        }
    }
}
