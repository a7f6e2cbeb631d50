package id.laporpustaka.export;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// DejaVu Sans Condensed (free, Bitstream Vera licence), which has Latin letters with all their marks; only the
/// signs that a document uses are embedded into it.
///
/// One document has each face once, however many parts it is rendered in.
final class PdfFont {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String FAMILY = "DejaVu";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private static final byte[] REGULAR_FACE = read("DejaVuSansCondensed.ttf");
    private static final byte[] BOLD_FACE = read("DejaVuSansCondensed-Bold.ttf");

    /// What both faces have signs for.
    static final PrintableText PRINTABLE = printable();

    private final PDFont regular;
    private final PDFont bold;

    private PdfFont(PDFont regular, PDFont bold) {
        this.regular = regular;
        this.bold = bold;
    }

    static PdfFont addTo(PDDocument document) throws IOException {
        return new PdfFont(face(document, REGULAR_FACE), face(document, BOLD_FACE));
    }

    private static PDFont face(PDDocument document, byte[] face) throws IOException {
        return PDType0Font.load(document, new ByteArrayInputStream(face), true);
    }

    PDFont regular() {
        return regular;
    }

    void useIn(PdfRendererBuilder builder) {
        builder.useFont(new PDFontSupplier(regular), FAMILY, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(bold), FAMILY, BOLD, FontStyle.NORMAL, true);
    }

    private static PrintableText printable() {
        try (var regular = new TTFParser().parse(new RandomAccessReadBuffer(REGULAR_FACE));
                var bold = new TTFParser().parse(new RandomAccessReadBuffer(BOLD_FACE))) {
            var ofRegular = regular.getUnicodeCmapLookup();
            var ofBold = bold.getUnicodeCmapLookup();
            return new PrintableText(point -> ofRegular.getGlyphId(point) > 0 && ofBold.getGlyphId(point) > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String name) {
        try (var stream = PdfFont.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("No " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
