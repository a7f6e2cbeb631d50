package id.laporpustaka.export;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// Lays filled-in templates out as pages of a document, one after the other. Safe to use from all threads; each
/// document is one thread's own.
final class PdfTemplates {
    /// Addresses of our own pictures; a document loads nothing else.
    private static final String SCHEME = "picture";

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PdfTemplates.class.getClassLoader(), "id.laporpustaka.export");

    /// The address by which a template shows a picture.
    static String picture(String name) {
        return SCHEME + ":" + name;
    }

    /// Adds a part to what has been begun last, and ends it.
    ///
    /// @param withNotice what is printed in its place if some sign of it has to be replaced
    /// @param pictures as PNG or JPEG, by their addresses
    void add(PrintedPdf pdf, String template, Object page, Object withNotice, Map<String, byte[]> pictures)
            throws IOException {
        var html = html(template, page);
        var printable = PdfFont.PRINTABLE.of(html);
        add(
                pdf,
                printable.contains(PrintableText.PLACEHOLDER)
                        ? PdfFont.PRINTABLE.of(html(template, withNotice))
                        : printable,
                pictures);
    }

    private String html(String template, Object page) {
        var output = new StringOutput(16_384);
        engine.render(template, Map.of("page", page), output);
        return output.toString();
    }

    private static void add(PrintedPdf pdf, String html, Map<String, byte[]> pictures) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true); // also keeps fonts of the system out
        builder.usePDDocument(pdf.document());
        pdf.font().useIn(builder);
        builder.useUriResolver((_, address) -> address);
        builder.useProtocolsStreamImplementation(address -> new Picture(pictures, address), SCHEME);
        builder.useExternalResourceAccessControl(
                (address, _) -> address.startsWith(SCHEME + ":"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withHtmlContent(html, SCHEME + ":");
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
        pdf.end();
    }

    private record Picture(Map<String, byte[]> pictures, String address) implements FSStream {
        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(Objects.requireNonNull(pictures.get(address), address));
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
