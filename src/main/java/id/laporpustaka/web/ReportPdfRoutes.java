package id.laporpustaka.web;

import id.laporpustaka.export.PrintedPdf;
import id.laporpustaka.export.ReportDocuments;
import id.laporpustaka.export.ReportPdf;
import id.laporpustaka.people.Action;
import id.laporpustaka.texts.Texts;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/// Reports as PDF: one by its number, or all of a library in a month or a year.
final class ReportPdfRoutes {
    private static final String PDF = "/pdf";
    static final String BOOK = "/laporan.pdf";

    /// Names of parameters.
    static final String MONTH = "bulan";

    static final String YEAR = "tahun";

    /// The processors have other work, too.
    private static final int AT_ONCE = 2;

    private static final Pattern FOUR_DIGITS = Pattern.compile("20\\d\\d");

    private final Desk desk;
    private final ReportDocuments documents;
    private final Texts texts = new Texts();
    private final ReportPdf pdf = new ReportPdf(texts);
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    private record Period(LocalDate from, LocalDate to) {}

    @FunctionalInterface
    private interface Printing {
        PrintedPdf print() throws IOException;
    }

    ReportPdfRoutes(Desk desk) {
        this.desk = desk;
        this.documents = new ReportDocuments(
                desk.db(),
                desk.parts().catalogue(),
                texts,
                desk.parts().photos(),
                desk.settings().address(""));
    }

    static String address(String number) {
        return ReportRoutes.address(number) + PDF;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, ReportRoutes.PATH + "/{number}" + PDF, Access.SIGNED_IN, this::sendOne);
        routes.guarded(HandlerType.GET, Desk.LIBRARIES + "/{id}" + BOOK, Access.SIGNED_IN, this::sendBook);
    }

    private void sendOne(Context context, Visitor visitor) throws Exception {
        var language = desk.frame(context).words().language();
        var scope = Desk.scope(visitor, Action.SEE_REPORTS);
        var report = documents
                .find(scope, visitor.actor().personId(), context.pathParam("number"), language)
                .orElseThrow(Desk::notFound);
        send(context, texts.reports(language).file(report.number()), () -> pdf.print(report));
    }

    private void sendBook(Context context, Visitor visitor) throws Exception {
        var language = desk.frame(context).words().language();
        var scope = Desk.scope(visitor, Action.SEE_REPORTS);
        var period = period(context);
        var book = documents
                .findBook(scope, Desk.id(context, "id"), period.from(), period.to(), language)
                .orElseThrow(Desk::notFound);
        var words = texts.reports(language);
        var name = words.file(book.letterhead().library().name(), words.period(book.from(), book.to()));
        send(context, name, () -> pdf.print(book));
    }

    private static Period period(Context context) {
        var month = Desk.typed(context, MONTH);
        var year = Desk.typed(context, YEAR);
        if (month.isEmpty() && FOUR_DIGITS.matcher(year).matches()) {
            var number = Integer.parseInt(year);
            return new Period(LocalDate.of(number, 1, 1), LocalDate.of(number, 12, 31));
        }
        try {
            var named = YearMonth.parse(month);
            return new Period(named.atDay(1), named.atEndOfMonth());
        } catch (DateTimeParseException _) {
            throw RequestProblem.badParameters(List.of(
                    new RequestProblem.Parameter(MONTH, month, "one_of", "2025-08"),
                    new RequestProblem.Parameter(YEAR, year, "one_of", "2025")));
        }
    }

    /// Answers only when all is printed, so that a failure still becomes a page that says so.
    private void send(Context context, String name, Printing printing) throws Exception {
        free.acquire();
        try (var printed = printing.print()) {
            context.contentType("application/pdf").header("Content-Disposition", Addresses.attachment(name + ".pdf"));
            printed.writeTo(context.outputStream());
        } finally {
            free.release();
        }
    }
}
