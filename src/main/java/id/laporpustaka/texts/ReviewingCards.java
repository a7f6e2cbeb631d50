package id.laporpustaka.texts;

import id.laporpustaka.conversation.Difference;
import id.laporpustaka.conversation.Filling;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnReview;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.conversation.ReportCard;
import id.laporpustaka.conversation.ReviewPage;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.outbox.Album;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.submission.Reason;
import id.laporpustaka.submission.RevisionAction;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.Verdict;
import java.util.ArrayList;
import java.util.List;

/// Reports that have been sent, for those who review them.
final class ReviewingCards {
    private static final int LONGEST_BUTTON = 48;
    private static final int LONGEST_REMARK = 300;
    private static final int MOST_REMARKS = 3;
    private static final int NUMBERS_IN_ROW = 5;

    private final Wording words;
    private final ReviewCard answers;
    private final ReportCards reports;

    ReviewingCards(Wording words) {
        this.words = words;
        this.answers = new ReviewCard(words);
        this.reports = new ReportCards(words);
    }

    OutgoingMessage report(Reply.ReviewReport shown) {
        var card = shown.card();
        var layout = new Layout();
        shown.decided().ifPresent(decided -> layout.line(decided(decided)));
        if (shown.changed()) {
            layout.line(words.html(Phrase.REVIEW_CHANGED));
        }
        layout.line(words.html(Phrase.REVIEWS_WAITING, words.number(shown.all())));
        head(layout, card, shown.filling());
        answers.answers(layout, shown.filling());
        card.findCorrection().ifPresent(correction -> {
            layout.paragraph(words.html(Phrase.REVIEW_CORRECTION));
            reports.differences(
                    layout,
                    shown.filling(),
                    Difference.list(shown.filling().evaluation(), correction.from(), correction.to()));
        });
        remarks(layout, card);
        alike(layout, card);
        buttons(layout, shown);
        return layout.message();
    }

    private void head(Layout layout, ReportCard card, Filling filling) {
        var report = card.report();
        layout.paragraph(words.html(
                Phrase.REVIEW_HEAD,
                report.library().name(),
                report.library().place(),
                reports.formOf(filling),
                report.number(),
                words.dayShort(report.sentOn()),
                report.sender().name().orElseGet(() -> words.plain(Phrase.HISTORY_SOMEBODY_ERASED))));
        if (report.status() != Status.SENT) {
            layout.line(words.html(Phrase.REVIEW_STATUS, words.plain(ReportCards.status(report.status()))));
            card.findDecision()
                    .flatMap(decision -> decision.reason()
                            .map(reason -> words.html(
                                    Phrase.REVIEWER_SAYS,
                                    decision.by().orElseGet(() -> words.plain(Phrase.A_COORDINATOR)),
                                    reports.reason(reason))))
                    .ifPresent(layout::line);
        }
    }

    private void remarks(Layout layout, ReportCard card) {
        var remarks = card.history().stream()
                .map(ReportCard.Past::revision)
                .filter(revision -> revision.action() == RevisionAction.COMMENTED)
                .toList();
        for (var remark : remarks.subList(Math.max(0, remarks.size() - MOST_REMARKS), remarks.size())) {
            layout.line(words.html(
                    Phrase.REVIEWER_SAYS,
                    remark.by().orElseGet(() -> words.plain(Phrase.A_COORDINATOR)),
                    Wording.shorten(remark.reason().map(reports::reason).orElse(""), LONGEST_REMARK)));
        }
    }

    private void alike(Layout layout, ReportCard card) {
        if (!card.alike().isEmpty()) {
            layout.paragraph(words.html(Phrase.REVIEW_ALIKE));
            card.alike().forEach(alike -> answers.lookalike(layout, alike));
        }
        if (card.report().sharedWith().isPresent()) {
            layout.paragraph(
                    words.html(Phrase.REVIEW_SHARED, card.report().sharedWith().get()));
        } else if (!card.nearby().isEmpty()) {
            layout.paragraph(words.html(Phrase.REVIEW_NEARBY));
            for (var nearby : card.nearby()) {
                layout.line(Html.italic(nearby.libraryName()));
                answers.lookalike(layout, nearby);
            }
        }
    }

    /// That the people of an event of several libraries count once.
    OutgoingMessage shared(ReportCard card, boolean shared) {
        var number = card.report().number();
        return new Layout()
                .line(words.html(shared ? Phrase.EVENT_SHARED : Phrase.EVENT_UNSHARED, number))
                .row(
                        button(words.plain(Phrase.TO_REPORT), OnReview.SHOW, number),
                        button(words.plain(Phrase.REVIEW_NEXT), OnReview.NEXT, number))
                .message();
    }

    private void buttons(Layout layout, Reply.ReviewReport shown) {
        var report = shown.card().report();
        var exactly = report.number() + "/" + report.revision();
        var allowed = shown.allowed();
        if (allowed.contains(Verdict.VERIFY)) {
            layout.row(button(words.plain(Phrase.VERIFY), OnReview.VERIFY, exactly));
        }
        var others = new ArrayList<Button>();
        if (allowed.contains(Verdict.ASK)) {
            others.add(button(words.plain(Phrase.ASK_CORRECTION), OnReview.ASK, exactly));
        }
        if (allowed.contains(Verdict.REJECT)) {
            others.add(button(words.plain(Phrase.REJECT), OnReview.REJECT, exactly));
        }
        layout.row(others);
        var looking = new ArrayList<Button>();
        var photos = shown.card().photos().size();
        if (photos > 0) {
            looking.add(button(words.plain(Phrase.SEE_PHOTOS, photos), OnReview.PHOTOS, report.number()));
        }
        if (allowed.contains(Verdict.COMMENT)) {
            looking.add(button(words.plain(Phrase.COMMENT), OnReview.COMMENT, exactly));
        }
        layout.row(looking);
        var alike = shown.card().alike();
        for (var place = 0; place < alike.size(); place++) {
            var other = alike.get(place).number();
            var pair = new ArrayList<Button>();
            pair.add(button(words.plain(Phrase.COMPARE, other), OnReview.SHOW, other));
            if (allowed.contains(Verdict.MERGE)) {
                pair.add(button(words.plain(Phrase.MERGE, other), OnReview.MERGE, exactly + "/" + place));
            }
            pair.forEach(layout::row);
        }
        if (allowed.contains(Verdict.MERGE)) {
            sharing(layout, shown.card(), exactly);
        }
        if (allowed.contains(Verdict.REOPEN)) {
            layout.row(button(words.plain(Phrase.REOPEN), OnReview.REOPEN, exactly));
        }
        shown.decided()
                .filter(decided -> canBeUndone(decided) && !decided.number().equals(report.number()))
                .ifPresent(decided -> layout.row(undo(decided)));
        layout.row(
                button(words.plain(Phrase.REVIEW_NEXT), OnReview.NEXT, report.number()),
                button(words.plain(Phrase.REVIEW_LIST), OnReview.LIST, "0"));
        layout.link(words.plain(Phrase.REVIEW_WEB), shown.address());
    }

    /// They lie with Telegram, so nothing is uploaded.
    OutgoingMessage photos(Reply.ReportPhotos shown) {
        var photos = shown.card().photos();
        var number = shown.card().report().number();
        var items = photos.stream()
                .limit(Album.MOST_ITEMS)
                .map(photo -> new Album.Item(Album.Kind.PHOTO, photo.fileId()))
                .toList();
        var caption = photos.size() > items.size()
                ? words.html(Phrase.PHOTOS_OF_SOME, number, items.size(), photos.size())
                : words.html(Phrase.PHOTOS_OF, number);
        var instead = words.html(Phrase.PHOTOS_NOT_SHOWN, number, shown.address());
        return OutgoingMessage.of(caption.source()).with(new Album(items, instead.source()));
    }

    private void sharing(Layout layout, ReportCard card, String exactly) {
        if (card.report().sharedWith().isPresent()) {
            layout.row(button(words.plain(Phrase.UNSHARE), OnReview.UNSHARE, exactly));
            return;
        }
        for (var place = 0; place < card.nearby().size(); place++) {
            layout.row(button(
                    words.plain(Phrase.SHARE, card.nearby().get(place).number()),
                    OnReview.SHARE,
                    exactly + "/" + place));
        }
    }

    private static boolean canBeUndone(Reply.Decided decided) {
        return decided.verdict() != Verdict.COMMENT && decided.verdict() != Verdict.REOPEN;
    }

    private Button undo(Reply.Decided decided) {
        return button(
                words.plain(Phrase.UNDO) + " " + decided.number(),
                OnReview.REOPEN,
                decided.number() + "/" + decided.revision());
    }

    private Html decided(Reply.Decided decided) {
        var phrase = switch (decided.verdict()) {
            case VERIFY -> Phrase.DECIDED_VERIFIED;
            case ASK -> Phrase.DECIDED_ASKED;
            case REJECT -> Phrase.DECIDED_REJECTED;
            case MERGE -> Phrase.DECIDED_MERGED;
            case REOPEN -> Phrase.DECIDED_REOPENED;
            case COMMENT -> Phrase.DECIDED_COMMENTED;
        };
        return words.html(phrase, decided.number());
    }

    OutgoingMessage done(Reply.ReviewsDone done) {
        var layout = new Layout();
        done.decided().ifPresent(decided -> layout.line(decided(decided)));
        layout.paragraph(
                done.all() == 0
                        ? words.html(Phrase.REVIEWS_NONE)
                        : words.html(Phrase.REVIEWS_END, words.number(done.all())));
        done.decided().filter(ReviewingCards::canBeUndone).ifPresent(decided -> layout.row(undo(decided)));
        if (done.all() > 0) {
            layout.row(
                    button(words.plain(Phrase.REVIEW_FIRST), OnReview.NEXT, ""),
                    button(words.plain(Phrase.REVIEW_LIST), OnReview.LIST, "0"));
        }
        return layout.message();
    }

    OutgoingMessage list(Reply.Reviews reviews) {
        var page = reviews.page();
        if (page.all() == 0) {
            return new Layout().line(words.html(Phrase.REVIEWS_NONE)).message();
        }
        var layout = new Layout().line(words.html(Phrase.REVIEWS_WAITING, words.number(page.all())));
        var buttons = new ArrayList<Button>();
        for (var line : page.lines()) {
            var place = page.page() * ReviewPage.SIZE + buttons.size() + 1;
            var form = line.form().map(it -> it.title().in(words.language())).orElse("");
            var title = Wording.shorten(line.title().isEmpty() ? form : line.title(), 80);
            layout.paragraph(new Html("%d. %s".formatted(place, Html.bold(title).source())))
                    .line(Html.of(words.dayShort(line.date()) + " · " + Wording.shorten(line.libraryName(), 60) + " · "
                            + form));
            buttons.add(button(Integer.toString(place), OnReview.SHOW, line.number()));
        }
        for (var from = 0; from < buttons.size(); from += NUMBERS_IN_ROW) {
            layout.row(buttons.subList(from, Math.min(buttons.size(), from + NUMBERS_IN_ROW)));
        }
        if (reviews.mayVerify()) {
            layout.row(button(words.plain(Phrase.VERIFY_ALL, page.lines().size()), OnReview.VERIFY_ALL, ""));
        }
        return layout.row(turning(page.page(), (page.all() + ReviewPage.SIZE - 1) / ReviewPage.SIZE, OnReview.LIST))
                .message();
    }

    private List<Button> turning(int page, int pages, OnReview verb) {
        var turning = new ArrayList<Button>();
        if (page > 0) {
            turning.add(button(words.plain(Phrase.PREVIOUS_PAGE), verb, Integer.toString(page - 1)));
        }
        if (page < pages - 1) {
            turning.add(button(words.plain(Phrase.NEXT_PAGE), verb, Integer.toString(page + 1)));
        }
        return turning;
    }

    OutgoingMessage manyVerified(Reply.ManyVerified many) {
        var layout = new Layout().line(words.html(Phrase.MANY_VERIFIED, words.number(many.verified())));
        if (many.left() > 0) {
            layout.line(words.html(Phrase.MANY_LEFT, words.number(many.left())));
        }
        return layout.row(
                        button(words.plain(Phrase.REVIEW_FIRST), OnReview.NEXT, ""),
                        button(words.plain(Phrase.REVIEW_LIST), OnReview.LIST, "0"))
                .message();
    }

    OutgoingMessage pick(Reply.PickQuestions pick) {
        var filling = pick.filling();
        var layout = new Layout().line(words.html(Phrase.PICK_QUESTIONS));
        head(layout, pick.card(), filling);
        var prompts =
                filling.answeredPrompts().stream().filter(filling::isAsked).toList();
        var pages = Math.max(1, (prompts.size() + Reply.PickQuestions.PAGE - 1) / Reply.PickQuestions.PAGE);
        var page = Math.clamp(pick.page(), 0, pages - 1);
        prompts.stream()
                .skip((long) page * Reply.PickQuestions.PAGE)
                .limit(Reply.PickQuestions.PAGE)
                .forEach(prompt -> layout.row(choice(pick, prompt)));
        layout.row(turning(page, pages, OnReview.QUESTIONS));
        if (!pick.marked().isEmpty()) {
            layout.row(button(words.plain(Phrase.PICKED, pick.marked().size()), OnReview.ASKED, ""));
        }
        return layout.row(button(
                        words.plain(Phrase.BACK),
                        OnReview.SHOW,
                        pick.card().report().number()))
                .message();
    }

    private Button choice(Reply.PickQuestions pick, Prompt prompt) {
        var on = pick.marked().contains(prompt.place());
        var label = Wording.shorten(answers.named(pick.filling(), prompt), LONGEST_BUTTON);
        return button(on ? words.plain(Phrase.OK, label) : label, on ? OnReview.UNMARK : OnReview.MARK, prompt.place());
    }

    OutgoingMessage reasonWanted(Reply.ReasonWanted wanted) {
        var verdict = wanted.verdict();
        var layout = new Layout();
        wanted.unclear()
                .ifPresent(text -> layout.line(words.html(
                        verdict == Verdict.ASK ? Phrase.REASON_UNCLEAR_TO_ASK : Phrase.REASON_UNCLEAR_TO_REJECT,
                        Wording.shorten(text, LONGEST_BUTTON))));
        layout.paragraph(words.html(
                switch (verdict) {
                    case ASK -> Phrase.REASON_TO_ASK;
                    case REJECT -> Phrase.REASON_TO_REJECT;
                    case COMMENT, VERIFY, MERGE, REOPEN -> Phrase.REASON_TO_COMMENT;
                }));
        head(layout, wanted.card(), wanted.filling());
        if (!wanted.asked().isEmpty()) {
            layout.paragraph(words.html(Phrase.ASKED_ANEW));
            wanted.asked().forEach(prompt -> layout.line(Html.of("• " + answers.question(prompt))));
        }
        for (var kind : kinds(verdict)) {
            layout.row(button(words.plain(ReportCards.phrase(kind)), OnReview.REASON, kind.name()));
        }
        return layout.row(button(
                        words.plain(Phrase.BACK),
                        OnReview.SHOW,
                        wanted.card().report().number()))
                .message();
    }

    /// The reasons that are offered, the likeliest first.
    static List<Reason.Kind> kinds(Verdict verdict) {
        return switch (verdict) {
            case ASK -> List.of(Reason.Kind.PHOTO, Reason.Kind.NUMBER, Reason.Kind.DAY, Reason.Kind.UNCLEAR);
            case REJECT -> List.of(Reason.Kind.DOUBLE, Reason.Kind.NOT_OURS, Reason.Kind.OTHER_KIND);
            case VERIFY, MERGE, REOPEN, COMMENT -> List.of();
        };
    }

    private static Button button(String label, OnReview verb, String argument) {
        return Layout.button(label, new Press.OfReview(verb, argument));
    }
}
