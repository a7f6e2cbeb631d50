package id.laporpustaka.export;

import id.laporpustaka.texts.ReportWords;
import id.laporpustaka.texts.ReportWords.Label;
import id.laporpustaka.texts.ReportWords.LeftOut;
import id.laporpustaka.texts.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Prints reports as PDF: an official document for accreditation, with room for signatures and a proof. Safe to
/// use from all threads; each printing works for itself.
///
/// Reports are laid out one after the other into the same document, so that there are never more photos in
/// memory than those of one report.
public final class ReportPdf {
    private static final String QR = PdfTemplates.picture("qr");
    private static final int QR_PIXELS = 4;
    private static final int PHOTOS_IN_A_ROW = 2;

    private final PdfTemplates templates = new PdfTemplates();
    private final Texts texts;

    public ReportPdf(Texts texts) {
        this.texts = texts;
    }

    /// One report.
    public PrintedPdf print(ReportDocument report) throws IOException {
        var words = texts.reports(report.language());
        var pdf = new PrintedPdf();
        try {
            add(pdf, report, words);
            return pdf.complete(words.file(report.number()), words);
        } catch (IOException | RuntimeException e) {
            pdf.close();
            throw e;
        }
    }

    /// A cover with a table of the reports, then each of them.
    public PrintedPdf print(ReportBook book) throws IOException {
        var words = texts.reports(book.language());
        var pdf = new PrintedPdf();
        try {
            var cover = new CoverPage(book, words, false);
            pdf.begin(cover.title(), cover.title());
            templates.add(pdf, "cover.jte", cover, new CoverPage(book, words, true), Map.of());
            for (var report : book.reports()) {
                add(pdf, report, words);
            }
            return pdf.complete(cover.title(), words);
        } catch (IOException | RuntimeException e) {
            pdf.close();
            throw e;
        }
    }

    private void add(PrintedPdf pdf, ReportDocument report, ReportWords words) throws IOException {
        var pictures = new HashMap<String, byte[]>();
        pictures.put(QR, QrPicture.of(report.proofAddress()).png(QR_PIXELS));
        var leftOut = new EnumMap<LeftOut, Integer>(LeftOut.class);
        leftOut.putAll(report.photosLeftOut());
        var photos = new ArrayList<ReportPage.Photo>();
        for (var photo : report.photos()) {
            PdfPhotos.findPrintable(photo)
                    .ifPresentOrElse(
                            jpeg -> {
                                var place = photos.size() + 1;
                                var address = PdfTemplates.picture(Integer.toString(place));
                                pictures.put(address, jpeg);
                                photos.add(new ReportPage.Photo(address, words.photo(place)));
                            },
                            () -> leftOut.merge(LeftOut.UNREADABLE, 1, Integer::sum));
        }
        var notices = notices(report, leftOut, words);
        var title = report.title().orElseGet(() -> words.label(Label.UNTITLED));
        pdf.begin(
                report.number() + " · " + title,
                report.number() + " · " + report.letterhead().library().name());
        var withNotice = new ArrayList<>(notices);
        withNotice.add(words.unprintable(PrintableText.PLACEHOLDER));
        templates.add(
                pdf,
                "report.jte",
                page(report, words, title, photos, notices),
                page(report, words, title, photos, withNotice),
                pictures);
    }

    private static ReportPage page(
            ReportDocument report,
            ReportWords words,
            String title,
            List<ReportPage.Photo> photos,
            List<String> notices) {
        var zone = report.letterhead().library().zone();
        return new ReportPage(
                report, words, title, words.sentAt(report.sentAt(), zone), lines(report), inRows(photos), notices, QR);
    }

    private static List<ReportPage.Line> lines(ReportDocument report) {
        var lines = new ArrayList<ReportPage.Line>();
        var within = "";
        for (var answer : report.answers()) {
            var now = answer.within().orElse("");
            lines.add(new ReportPage.Line(now.equals(within) ? "" : now, answer.label(), answer.answer()));
            within = now;
        }
        return lines;
    }

    private static List<List<ReportPage.Photo>> inRows(List<ReportPage.Photo> photos) {
        var rows = new ArrayList<List<ReportPage.Photo>>();
        for (var first = 0; first < photos.size(); first += PHOTOS_IN_A_ROW) {
            var row = new ArrayList<>(photos.subList(first, Math.min(photos.size(), first + PHOTOS_IN_A_ROW)));
            while (row.size() < PHOTOS_IN_A_ROW) {
                row.add(new ReportPage.Photo("", ""));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> notices(ReportDocument report, Map<LeftOut, Integer> leftOut, ReportWords words) {
        var notices = new ArrayList<String>();
        if (report.reportingOnly()) {
            notices.add(words.reportingOnly());
        }
        leftOut.forEach((why, photos) -> notices.add(words.leftOut(why, photos)));
        if (report.privateLeftOut()) {
            notices.add(words.privateAnswers());
        }
        return notices;
    }
}
