package id.laporpustaka.export;

import id.laporpustaka.texts.ReportWords;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitWidthDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// A PDF that is complete and can be written out. What is large of it lies in a temporary file until it is closed.
public final class PrintedPdf implements AutoCloseable {
    private static final String PRODUCT = "Lapor Pustaka";
    private static final float FOOT_SIZE = 7.5F;
    private static final float FOOT_HEIGHT = 28;
    private static final float LEFT = 57;
    private static final float RIGHT = 51;
    private static final float GREY = 0.3F;
    private static final float THOUSAND = 1_000;

    /// A part of the document: a report, or the cover.
    private record Part(String bookmark, String foot, int firstPage) {}

    private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final PdfFont font;
    private final List<Part> parts = new ArrayList<>();
    private final PdfTags tags = new PdfTags();

    PrintedPdf() throws IOException {
        this.font = PdfFont.addTo(document);
    }

    PDDocument document() {
        return document;
    }

    PdfFont font() {
        return font;
    }

    /// What is added from here on belongs to a part of its own.
    ///
    /// @param foot stands at the bottom of its pages
    void begin(String bookmark, String foot) {
        parts.add(new Part(PdfFont.PRINTABLE.of(bookmark), PdfFont.PRINTABLE.of(foot), document.getNumberOfPages()));
    }

    /// What has been begun is on its pages now.
    void end() throws IOException {
        tags.take(document, parts.getLast().firstPage());
    }

    /// Numbers the pages and says what the document is. The same content always gives the same bytes, so that
    /// there is no time in it.
    PrintedPdf complete(String title, ReportWords words) throws IOException {
        var outline = new PDDocumentOutline();
        var pages = document.getNumberOfPages();
        for (var number = 0; number < parts.size(); number++) {
            var part = parts.get(number);
            outline.addLast(bookmark(part));
            var end = number + 1 < parts.size() ? parts.get(number + 1).firstPage() : pages;
            for (var page = part.firstPage(); page < end; page++) {
                addFoot(document.getPage(page), part.foot(), words.page(page + 1, pages));
            }
        }
        var information = new PDDocumentInformation();
        information.setTitle(title);
        information.setCreator(PRODUCT);
        information.setProducer(PRODUCT);
        document.setDocumentInformation(information);
        document.setDocumentId(1L);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(words.language().code());
        catalog.setDocumentOutline(outline);
        tags.addTo(document);
        catalog.setMetadata(null); // has the time of printing
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        return this;
    }

    private PDOutlineItem bookmark(Part part) {
        var destination = new PDPageFitWidthDestination();
        var page = document.getPage(part.firstPage());
        destination.setPage(page);
        destination.setTop((int) page.getMediaBox().getHeight());
        var item = new PDOutlineItem();
        item.setTitle(part.bookmark());
        item.setDestination(destination);
        return item;
    }

    private void addFoot(PDPage page, String left, String right) throws IOException {
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.setNonStrokingColor(GREY);
            var width = font.regular().getStringWidth(right) / THOUSAND * FOOT_SIZE;
            write(content, left, LEFT);
            write(content, right, page.getMediaBox().getWidth() - RIGHT - width);
            content.endMarkedContent();
        }
    }

    private void write(PDPageContentStream content, String text, float from) throws IOException {
        content.beginText();
        content.setFont(font.regular(), FOOT_SIZE);
        content.newLineAtOffset(from, FOOT_HEIGHT);
        content.showText(text);
        content.endText();
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    /// Writes it once; it can't be written again.
    public void writeTo(OutputStream out) throws IOException {
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
