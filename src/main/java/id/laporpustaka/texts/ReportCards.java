package id.laporpustaka.texts;

import id.laporpustaka.conversation.Difference;
import id.laporpustaka.conversation.Filling;
import id.laporpustaka.conversation.HistoryPage;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnMenu;
import id.laporpustaka.conversation.Press.OnReport;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.form.Value;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.submission.Reason;
import id.laporpustaka.submission.ReportRevision;
import id.laporpustaka.submission.RevisionAction;
import id.laporpustaka.submission.Status;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Reports that have been sent, for who sent them: receipts, the list, and what reviewers say.
final class ReportCards {
    private static final int LONGEST_ANSWER = 160;
    private static final int LONGEST_TITLE = 80;
    private static final int NUMBERS_IN_ROW = 5;

    private final Wording words;
    private final ReviewCard answers;
    private final ScoreCards scores;

    ReportCards(Wording words) {
        this.words = words;
        this.answers = new ReviewCard(words);
        this.scores = new ScoreCards(words);
    }

    OutgoingMessage receipt(Reply.Receipt receipt) {
        var standing = receipt.standing();
        var layout = head(standing);
        if (receipt.refused()) {
            layout.paragraph(refusal(standing));
        }
        decision(layout, standing);
        answers.answers(layout, receipt.filling());
        if (receipt.score().isPresent()) {
            scores.onReceipt(
                    layout,
                    standing.libraryName(),
                    receipt.score().get(),
                    receipt.month().isPresent());
        } else if (receipt.month().isPresent()) {
            layout.paragraph(words.html(
                    Phrase.SENT_THANKS,
                    words.number(receipt.month().get().inMonth()),
                    formOf(receipt.filling()).toLowerCase(Locale.ROOT),
                    standing.libraryName(),
                    words.month(receipt.month().get().month())));
        } else {
            layout.paragraph(Html.italic(standing.libraryName()));
        }
        if (standing.status() == Status.WAITING) {
            layout.line(words.html(Phrase.SENT_WAITING));
        }
        buttons(layout, standing);
        if (receipt.month().isPresent()) {
            layout.row(Layout.menu(words.plain(Phrase.REPORT_ANOTHER), OnMenu.REPORT, ""));
        }
        if (receipt.listed()) {
            layout.row(Layout.menu(words.plain(Phrase.TO_HISTORY), OnMenu.HISTORY, "0"));
        }
        return layout.message();
    }

    private Layout head(Reply.Standing standing) {
        var phrase = switch (standing.status()) {
            case WAITING, SENT -> Phrase.SENT;
            case VERIFIED -> Phrase.RECEIPT_VERIFIED;
            case NEEDS_CORRECTION -> Phrase.RECEIPT_NEEDS_CORRECTION;
            case REJECTED -> Phrase.RECEIPT_REJECTED;
            case WITHDRAWN -> Phrase.RECEIPT_WITHDRAWN;
            case MERGED -> Phrase.RECEIPT_MERGED;
        };
        return new Layout()
                .line(words.html(
                        phrase, standing.number(), standing.mergedInto().orElse("")));
    }

    private Html refusal(Reply.Standing standing) {
        return switch (standing.status()) {
            case REJECTED, WITHDRAWN, MERGED -> words.html(Phrase.REPORT_OVER, words.plain(status(standing.status())));
            case WAITING, SENT, VERIFIED, NEEDS_CORRECTION ->
                words.html(Phrase.REPORT_CLOSED, words.dayOfYear(standing.openUntil()));
        };
    }

    private void decision(Layout layout, Reply.Standing standing) {
        standing.decision()
                .filter(decision -> decision.reason().isPresent())
                .ifPresent(decision -> layout.paragraph(words.html(
                        Phrase.REVIEWER_SAYS,
                        by(decision),
                        reason(decision.reason().orElseThrow()))));
        if (!standing.asked().isEmpty()) {
            layout.line(words.html(Phrase.ASKED_ANEW));
            standing.asked().forEach(prompt -> layout.line(Html.of("• " + answers.question(prompt))));
        }
    }

    /// The name of who did it.
    private String by(ReportRevision revision) {
        return revision.by().orElseGet(() -> words.plain(Phrase.A_COORDINATOR));
    }

    String reason(Reason reason) {
        return switch (reason) {
            case Reason.Written(var text) -> text;
            case Reason.Offered(var kind) -> words.plain(phrase(kind));
        };
    }

    static Phrase phrase(Reason.Kind kind) {
        return switch (kind) {
            case PHOTO -> Phrase.REASON_PHOTO;
            case NUMBER -> Phrase.REASON_NUMBER;
            case DAY -> Phrase.REASON_DAY;
            case UNCLEAR -> Phrase.REASON_UNCLEAR;
            case OTHER_KIND -> Phrase.REASON_OTHER_KIND;
            case DOUBLE -> Phrase.REASON_DOUBLE;
            case NOT_OURS -> Phrase.REASON_NOT_OURS;
        };
    }

    private void buttons(Layout layout, Reply.Standing standing) {
        var number = standing.number();
        if (standing.correctable()) {
            var isAsked = standing.status() == Status.NEEDS_CORRECTION;
            layout.row(
                    button(words.plain(isAsked ? Phrase.CORRECT_NOW : Phrase.CORRECT), OnReport.CORRECT, number),
                    button(words.plain(Phrase.WITHDRAW), OnReport.WITHDRAW, number));
        }
        if (standing.status() == Status.SENT || standing.status() == Status.VERIFIED) {
            layout.row(button(words.plain(Phrase.PRINT), OnReport.PRINT, number));
        }
        if (standing.restorable()) {
            layout.row(button(words.plain(Phrase.RESTORE), OnReport.RESTORE, number));
        }
    }

    OutgoingMessage reallyWithdraw(Reply.ReallyWithdraw asked) {
        var standing = asked.standing();
        var layout = new Layout().line(words.html(Phrase.WITHDRAW_ASK, standing.number()));
        answers.answers(layout, asked.filling());
        return layout.row(
                        button(words.plain(Phrase.WITHDRAW_YES), OnReport.WITHDRAW_YES, standing.number()),
                        button(words.plain(Phrase.WITHDRAW_NO), OnReport.SHOW, standing.number()))
                .message();
    }

    OutgoingMessage corrected(Reply.Corrected corrected) {
        var layout = new Layout()
                .line(words.html(Phrase.CORRECTED, corrected.standing().number()));
        differences(layout, corrected.filling(), corrected.filling().differences());
        return layout.row(button(
                        words.plain(Phrase.TO_REPORT),
                        OnReport.SHOW,
                        corrected.standing().number()))
                .message();
    }

    OutgoingMessage nothingCorrected(Reply.NothingCorrected nothing) {
        return new Layout()
                .line(words.html(Phrase.NOTHING_CORRECTED, nothing.standing().number()))
                .row(button(
                        words.plain(Phrase.TO_REPORT),
                        OnReport.SHOW,
                        nothing.standing().number()))
                .message();
    }

    /// The old answers and the new ones.
    void differences(Layout layout, Filling filling, List<Difference> differences) {
        for (var difference : differences) {
            layout.line(words.html(
                    Phrase.DIFFERENCE,
                    answers.question(difference.prompt()),
                    answer(filling, difference, difference.from()),
                    answer(filling, difference, difference.to())));
        }
    }

    private String answer(Filling filling, Difference difference, Map<String, Value> values) {
        if (values.isEmpty()) {
            return words.plain(Phrase.NO_ANSWER);
        }
        return Wording.shorten(words.answer(filling.evaluation(), difference.prompt(), values), LONGEST_ANSWER);
    }

    OutgoingMessage fileLost(Reply.FileLost lost) {
        var standing = lost.standing();
        var reason = switch (lost.reason()) {
            case GONE, UNAVAILABLE -> Phrase.FILE_GONE;
            case TOO_LARGE, TOO_MANY_PIXELS -> Phrase.FILE_TOO_LARGE;
            case EMPTY, PICTURE_BROKEN -> Phrase.FILE_BROKEN;
            case UNWELCOME_TYPE, PICTURE_NOT_SUPPORTED -> Phrase.FILE_UNWELCOME;
        };
        var title = titleOf(lost.filling()).orElseGet(() -> formOf(lost.filling()));
        var layout = new Layout()
                .line(words.html(Phrase.FILE_LOST, title, standing.number()))
                .line(words.html(reason));
        if (standing.correctable()) {
            layout.row(button(words.plain(Phrase.CORRECT_NOW), OnReport.CORRECT, standing.number()));
        }
        return layout.message();
    }

    OutgoingMessage printed(OptionalLong file) {
        return file.isPresent()
                ? new Layout()
                        .line(words.html(Phrase.PRINTED))
                        .message()
                        .with(new OutgoingMessage.Attached(
                                file.getAsLong(),
                                words.html(Phrase.FILE_NOT_SENT).source()))
                : new Layout().line(words.html(Phrase.NOTHING_TO_PRINT)).message();
    }

    /// What a reviewer did, for the sender.
    OutgoingMessage news(Reply.ReviewNews news) {
        var standing = news.standing();
        var revision = news.revision();
        var phrase = switch (revision.action()) {
            case ASKED -> Phrase.NEWS_ASKED;
            case REJECTED -> Phrase.NEWS_REJECTED;
            case MERGED -> Phrase.NEWS_MERGED;
            case COMMENTED, SENT, RELEASED, MOVED, CORRECTED, VERIFIED, REOPENED, WITHDRAWN, RESTORED, SHARED ->
                Phrase.NEWS_COMMENTED;
        };
        var title = titleOf(news.filling()).orElseGet(() -> formOf(news.filling()));
        var layout = new Layout()
                .line(words.html(phrase, title, standing.number()))
                .paragraph(revision.reason()
                        .map(reason -> words.html(Phrase.REVIEWER_SAYS, by(revision), reason(reason)))
                        .orElseGet(() -> Html.of("")));
        if (revision.action() == RevisionAction.ASKED && !standing.asked().isEmpty()) {
            layout.paragraph(words.html(Phrase.ASKED_ANEW));
            standing.asked().forEach(prompt -> layout.line(Html.of("• " + answers.question(prompt))));
        }
        if (standing.correctable() && standing.status() == Status.NEEDS_CORRECTION) {
            layout.row(button(words.plain(Phrase.CORRECT_NOW), OnReport.CORRECT, standing.number()));
        }
        return layout.row(button(words.plain(Phrase.TO_REPORT), OnReport.SHOW, standing.number()))
                .message();
    }

    static Optional<String> titleOf(Filling filling) {
        return filling.form().questions().stream()
                .filter(question -> question.indicator().filter("title"::equals).isPresent())
                .flatMap(question -> filling.evaluation().findAnswer(question).stream())
                .flatMap(value -> value instanceof Value.Text(var text)
                        ? Optional.of(text).stream()
                        : Optional.<String>empty().stream())
                .map(text -> Wording.shorten(text, LONGEST_TITLE))
                .findFirst();
    }

    String formOf(Filling filling) {
        return filling.form().title().in(words.language());
    }

    OutgoingMessage history(Reply.History history) {
        var page = history.page();
        var filter = page.filter();
        var isSearch = !filter.words().isEmpty() || filter.from().isPresent();
        if (page.all() == 0 && !isSearch) {
            return new Layout().line(words.html(Phrase.NO_HISTORY)).message();
        }
        var layout = new Layout().line(heading(page));
        var month = Optional.<YearMonth>empty();
        var buttons = new ArrayList<Button>();
        for (var line : page.lines()) {
            var ofLine = YearMonth.from(line.date());
            if (!month.equals(Optional.of(ofLine))) {
                month = Optional.of(ofLine);
                layout.paragraph(Html.italic(words.month(ofLine)));
            }
            var place = page.page() * HistoryPage.SIZE + buttons.size() + 1;
            layout.line(new Html(
                            "%d. %s".formatted(place, Html.bold(title(line)).source())))
                    .line(Html.of(words.dayShort(line.date()) + " · " + words.plain(status(line.status())) + " · "
                            + line.number()));
            buttons.add(button(Integer.toString(place), OnReport.SHOW, line.number()));
        }
        for (var from = 0; from < buttons.size(); from += NUMBERS_IN_ROW) {
            layout.row(buttons.subList(from, Math.min(buttons.size(), from + NUMBERS_IN_ROW)));
        }
        turning(layout, page);
        printing(layout, page);
        return layout.paragraph(words.html(Phrase.HISTORY_SEARCH)).message();
    }

    /// Of the month and the year that the page begins with.
    private void printing(Layout layout, HistoryPage page) {
        page.lines().stream().findFirst().ifPresent(first -> {
            var month = YearMonth.from(first.date());
            layout.row(
                    button(
                            words.plain(Phrase.PRINT_ALL, words.monthShort(month)),
                            OnReport.PRINT_ALL,
                            month + "/" + first.libraryId()),
                    button(
                            words.plain(Phrase.PRINT_ALL, Integer.toString(month.getYear())),
                            OnReport.PRINT_ALL,
                            month.getYear() + "/" + first.libraryId()));
        });
    }

    private Html heading(HistoryPage page) {
        var filter = page.filter();
        if (filter.from().isPresent()) {
            var period = words.period(filter.from().get(), filter.to().orElseThrow());
            return words.html(
                    page.all() == 0 ? Phrase.HISTORY_NOT_FOUND : Phrase.HISTORY_FOUND,
                    period,
                    words.number(page.all()));
        }
        if (!filter.words().isEmpty()) {
            return words.html(
                    page.all() == 0 ? Phrase.HISTORY_NOT_FOUND : Phrase.HISTORY_FOUND,
                    "“" + Wording.shorten(filter.words(), LONGEST_TITLE) + "”",
                    words.number(page.all()));
        }
        return words.html(Phrase.HISTORY, words.number(page.all()));
    }

    private void turning(Layout layout, HistoryPage page) {
        var turning = new ArrayList<Button>();
        if (page.page() > 0) {
            turning.add(
                    Layout.menu(words.plain(Phrase.PREVIOUS_PAGE), OnMenu.HISTORY, Integer.toString(page.page() - 1)));
        }
        if ((page.page() + 1) * HistoryPage.SIZE < page.all()) {
            turning.add(Layout.menu(words.plain(Phrase.NEXT_PAGE), OnMenu.HISTORY, Integer.toString(page.page() + 1)));
        }
        layout.row(turning);
    }

    private String title(HistoryPage.Line line) {
        return Wording.shorten(
                line.title().isEmpty()
                        ? line.form()
                                .map(form -> form.title().in(words.language()))
                                .orElse(line.number())
                        : line.title(),
                LONGEST_TITLE);
    }

    static Phrase status(Status status) {
        return switch (status) {
            case WAITING -> Phrase.STATUS_WAITING;
            case SENT -> Phrase.STATUS_SENT;
            case VERIFIED -> Phrase.STATUS_VERIFIED;
            case NEEDS_CORRECTION -> Phrase.STATUS_NEEDS_CORRECTION;
            case REJECTED -> Phrase.STATUS_REJECTED;
            case WITHDRAWN -> Phrase.STATUS_WITHDRAWN;
            case MERGED -> Phrase.STATUS_MERGED;
        };
    }

    private static Button button(String label, OnReport verb, String number) {
        return Layout.button(label, new Press.OfReport(verb, number));
    }
}
