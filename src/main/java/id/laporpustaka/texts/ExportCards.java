package id.laporpustaka.texts;

import static java.util.stream.Collectors.joining;

import id.laporpustaka.conversation.ExportKind;
import id.laporpustaka.conversation.ExportKind.Fixed;
import id.laporpustaka.conversation.ExportKind.Format;
import id.laporpustaka.conversation.ExportOrder;
import id.laporpustaka.conversation.ExportOrder.Within;
import id.laporpustaka.conversation.ExportStanding;
import id.laporpustaka.conversation.ExportStanding.Made;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnExport;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.form.Form;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What somebody reads who wants reports as a file.
final class ExportCards {
    private static final int LONGEST_PLACE = 200;
    private static final int MONTHS_OF_QUARTER = 3;
    private static final double MEGABYTE = 1e6;

    private final Wording words;
    private final ExportWords exports;

    ExportCards(Wording words) {
        this.words = words;
        this.exports = new ExportWords(words);
    }

    OutgoingMessage menu(Reply.ExportMenu menu) {
        var order = menu.order();
        var layout = new Layout()
                .line(words.html(Phrase.EXPORT_TITLE))
                .paragraph(words.html(Phrase.EXPORT_MENU_PERIOD, period(order)))
                .line(words.html(Phrase.EXPORT_MENU_PLACE, place(order, menu.place())));
        var reports = reports(order);
        return layout.line(words.html(Phrase.EXPORT_MENU_FORMS, forms(reports, menu.forms())))
                .line(words.html(reports.codes() ? Phrase.EXPORT_MENU_CODES : Phrase.EXPORT_MENU_LABELS))
                .line(words.html(reports.split() ? Phrase.EXPORT_MENU_SPLIT : Phrase.EXPORT_MENU_TOGETHER))
                .paragraph(words.html(Phrase.EXPORT_MENU_HINT))
                .row(
                        button(Phrase.EXPORT_XLSX, OnExport.MAKE, Format.XLSX.name()),
                        button(Phrase.EXPORT_CSV, OnExport.MAKE, Format.CSV.name()))
                .row(made(Fixed.SUMMARY), made(Fixed.PHOTOS))
                .row(made(Fixed.IPLM), made(Fixed.SIM_TPBIS))
                .packed(choosing(menu.regions()))
                .row(
                        reports.codes()
                                ? button(Phrase.EXPORT_WITH_LABELS, OnExport.CODES, "0")
                                : button(Phrase.EXPORT_WITH_CODES, OnExport.CODES, "1"))
                .row(
                        reports.split()
                                ? button(Phrase.EXPORT_TOGETHER, OnExport.SPLIT, "0")
                                : button(Phrase.EXPORT_SPLIT, OnExport.SPLIT, "1"))
                .message();
    }

    private Button made(Fixed kind) {
        return labelled(exports.kind(kind), OnExport.MAKE, kind.name());
    }

    /// What has been chosen for files of reports, also while another kind is made.
    private static ExportKind.Reports reports(ExportOrder order) {
        return switch (order.kind()) {
            case ExportKind.Reports reports -> reports;
            case Fixed _ -> new ExportKind.Reports(Format.XLSX, false, false, Set.of());
        };
    }

    private List<Button> choosing(boolean regions) {
        var buttons = new ArrayList<Button>();
        buttons.add(button(Phrase.EXPORT_PERIOD, OnExport.PERIODS, ""));
        if (regions) {
            buttons.add(button(Phrase.EXPORT_REGION, OnExport.REGIONS, ""));
        }
        buttons.add(button(Phrase.EXPORT_FORMS, OnExport.FORMS, ""));
        return buttons;
    }

    private String period(ExportOrder order) {
        return words.period(order.from(), order.to());
    }

    private static String place(ExportOrder order, String all) {
        return Wording.shorten(order.within().map(Within::title).orElse(all), LONGEST_PLACE);
    }

    private String forms(ExportKind.Reports reports, List<Form> forms) {
        return reports.forms().isEmpty()
                ? words.plain(Phrase.EXPORT_ALL_FORMS)
                : forms.stream()
                        .filter(form -> reports.forms().contains(form.id()))
                        .map(form -> form.title().in(words.language()))
                        .collect(joining(", "));
    }

    OutgoingMessage periods(Reply.ExportPeriods asked) {
        var today = asked.today();
        var month = YearMonth.from(today);
        var quarter = month.withMonth((month.getMonthValue() - 1) / MONTHS_OF_QUARTER * MONTHS_OF_QUARTER + 1);
        var before = month.minusMonths(1);
        var quarterBefore = quarter.minusMonths(MONTHS_OF_QUARTER);
        var year = month.withMonth(1);
        return new Layout()
                .line(words.html(Phrase.EXPORT_WHICH_PERIOD))
                .packed(List.of(
                        period(words.plain(Phrase.THIS_MONTH), month.atDay(1), today),
                        period(words.plain(Phrase.LAST_MONTH), before.atDay(1), before.atEndOfMonth()),
                        period(words.plain(Phrase.EXPORT_THIS_QUARTER), quarter.atDay(1), today),
                        period(
                                words.plain(Phrase.EXPORT_LAST_QUARTER),
                                quarterBefore.atDay(1),
                                quarter.atDay(1).minusDays(1)),
                        period(words.plain(Phrase.THIS_YEAR), year.atDay(1), today),
                        period(
                                words.plain(Phrase.EXPORT_LAST_YEAR),
                                year.minusYears(1).atDay(1),
                                year.atDay(1).minusDays(1))))
                .row(back())
                .message();
    }

    private static Button period(String label, LocalDate from, LocalDate to) {
        return labelled(label, OnExport.PERIOD, from + "/" + to);
    }

    OutgoingMessage regions(Reply.ExportRegions asked) {
        var layout = new Layout();
        if (asked.regions().isEmpty()) {
            layout.line(
                    asked.typed().isEmpty()
                            ? words.html(Phrase.EXPORT_NO_PARTS)
                            : words.html(Phrase.EXPORT_NOT_FOUND, Wording.shorten(asked.typed(), 40)));
        } else {
            layout.line(words.html(Phrase.EXPORT_WHICH_REGION));
        }
        layout.packed(asked.regions().stream()
                .map(region -> labelled(region.title(), OnExport.REGION, Long.toString(region.region())))
                .toList());
        asked.order()
                .within()
                .ifPresent(within -> layout.row(labelled(
                        words.plain(Phrase.EXPORT_PARTS_OF, within.title()),
                        OnExport.REGIONS,
                        Long.toString(within.region()))));
        return layout.row(button(Phrase.EXPORT_ALL_REGIONS, OnExport.REGION, ""))
                .row(back())
                .message();
    }

    OutgoingMessage forms(Reply.ExportForms asked) {
        var chosen = reports(asked.order()).forms();
        var layout = new Layout().line(words.html(Phrase.EXPORT_WHICH_FORMS));
        for (var form : asked.forms()) {
            var wanted = chosen.contains(form.id());
            layout.row(labelled(
                    (wanted ? "✓ " : "") + form.title().in(words.language()),
                    wanted ? OnExport.NOT_FORM : OnExport.FORM,
                    form.id()));
        }
        if (!chosen.isEmpty()) {
            layout.row(button(Phrase.EXPORT_EVERY_FORM, OnExport.FORM, ""));
        }
        return layout.row(button(Phrase.EXPORT_CHOSEN, OnExport.SHOW, "")).message();
    }

    OutgoingMessage beingMade(ExportOrder order) {
        return new Layout()
                .line(words.html(Phrase.EXPORT_BEING_MADE, what(order)))
                .row(button(Phrase.EXPORT_CANCEL, OnExport.CANCEL, ""))
                .message();
    }

    private String what(ExportOrder order) {
        var kind = exports.kind(order.kind());
        var place = order.within().map(Within::title);
        return place.map(title -> words.plain(Phrase.EXPORT_WHAT_WHERE, kind, period(order), title))
                .orElseGet(() -> words.plain(Phrase.EXPORT_WHAT, kind, period(order)));
    }

    OutgoingMessage tooMany(int most) {
        return new Layout()
                .line(words.html(Phrase.EXPORT_TOO_MANY, words.number(most)))
                .message();
    }

    OutgoingMessage stands(Reply.ExportStands stands) {
        var standing = stands.standing();
        var what = what(standing.order());
        return switch (standing.state()) {
            case WAITING, RUNNING ->
                new Layout()
                        .line(
                                standing.total() == 0
                                        ? words.html(Phrase.EXPORT_BEING_MADE, what)
                                        : words.html(
                                                Phrase.EXPORT_PROGRESS,
                                                what,
                                                words.number(standing.done()),
                                                words.number(standing.total())))
                        .row(button(Phrase.EXPORT_CANCEL, OnExport.CANCEL, ""))
                        .message();
            case MADE -> made(standing, what, stands.address());
            case EMPTY -> again(words.html(Phrase.EXPORT_EMPTY, what));
            case FAILED -> again(words.html(Phrase.EXPORT_FAILED, what));
            case CANCELLED -> again(words.html(Phrase.EXPORT_CANCELLED, what));
        };
    }

    private OutgoingMessage made(ExportStanding standing, String what, String address) {
        var rows = exports.content(standing.order().kind(), standing.total());
        var canBeSent = standing.made().map(Made::canBeSent).orElse(true);
        return canBeSent
                ? new Layout().line(words.html(Phrase.EXPORT_MADE, what, rows)).message()
                : new Layout()
                        .line(words.html(Phrase.EXPORT_MADE, what, rows))
                        .paragraph(words.html(Phrase.EXPORT_TOO_LARGE, size(standing)))
                        .link(words.plain(Phrase.EXPORT_FETCH), address)
                        .message();
    }

    private OutgoingMessage again(Html text) {
        return new Layout()
                .line(text)
                .row(button(Phrase.EXPORT_AGAIN, OnExport.BEGIN, ""))
                .message();
    }

    OutgoingMessage arrived(Reply.ExportArrived arrived) {
        var standing = arrived.standing();
        var kind = standing.order().kind();
        return new Layout()
                .line(words.html(
                        Phrase.EXPORT_ARRIVED,
                        what(standing.order()),
                        exports.content(kind, standing.total()),
                        size(standing)))
                .line(words.html(
                        switch (kind) {
                            case ExportKind.Reports _ -> Phrase.EXPORT_CAREFUL;
                            case Fixed.PHOTOS -> Phrase.EXPORT_CAREFUL_PHOTOS;
                            case Fixed.SUMMARY, Fixed.IPLM, Fixed.SIM_TPBIS -> Phrase.EXPORT_CHECK;
                        }))
                .message()
                .with(new OutgoingMessage.Attached(
                        arrived.file(), words.html(Phrase.FILE_NOT_SENT).source()));
    }

    private String size(ExportStanding standing) {
        var bytes = standing.made().map(Made::size).orElse(0L);
        return words.plain(
                Phrase.EXPORT_SIZE,
                words.number(BigDecimal.valueOf(Math.max(1, Math.round(bytes * 10 / MEGABYTE)), 1)));
    }

    private Button back() {
        return button(Phrase.EXPORT_BACK, OnExport.SHOW, "");
    }

    private Button button(Phrase label, OnExport verb, String argument) {
        return labelled(words.plain(label), verb, argument);
    }

    private static Button labelled(String label, OnExport verb, String argument) {
        return Layout.button(label, new Press.OfExport(verb, argument));
    }
}
