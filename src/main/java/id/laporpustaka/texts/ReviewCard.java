package id.laporpustaka.texts;

import id.laporpustaka.conversation.Filling;
import id.laporpustaka.conversation.Notice;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnDraft;
import id.laporpustaka.conversation.Press.OnMenu;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What has been answered: to be looked at before sending, changed, saved or cancelled.
final class ReviewCard {
    /// Longer answers are shortened; all of them together then fit into one message.
    private static final int LONGEST_ANSWER = 250;

    private static final int LONGEST_BUTTON = 48;

    private static final int PAGE = 10;

    private final Wording words;
    private final ProblemText problems;
    private final AnswerTexts answers;

    ReviewCard(Wording words) {
        this.words = words;
        this.answers = new AnswerTexts(words);
        this.problems = new ProblemText(words);
    }

    OutgoingMessage review(Reply.Review review) {
        var layout = new Layout();
        review.notices().forEach(notice -> NoticeText.add(layout, notice, words));
        review.echoes().forEach(echo -> layout.line(AskCard.echo(echo, review.filling(), words)));
        review.problem().ifPresent(problem -> layout.paragraph(problems.of(problem)));
        layout.paragraph(words.html(Phrase.REVIEW));
        answers(layout, review.filling());
        if (!review.libraryName().isEmpty()) {
            layout.paragraph(Html.italic(review.libraryName()));
        }
        var filling = review.filling();
        layout.row(button(filling, words.plain(Phrase.SEND), OnDraft.SEND, ""));
        layout.row(button(filling, words.plain(Phrase.EDIT), OnDraft.EDIT, 0));
        if (review.notices().stream().anyMatch(Notice.KindMayChange.class::isInstance)) {
            layout.row(AskCard.otherKind(filling.draft(), words));
        }
        if (filling.hasMoreDetails()) {
            layout.row(button(filling, words.plain(Phrase.ADD_DETAILS), OnDraft.DETAILS, ""));
        }
        if (review.outdated()) {
            layout.row(button(filling, words.plain(Phrase.RENEW), OnDraft.RENEW, ""));
        }
        layout.row(
                button(filling, words.plain(Phrase.SAVE), OnDraft.SAVE, ""),
                button(filling, words.plain(Phrase.CANCEL), OnDraft.CANCEL, ""));
        return layout.message();
    }

    /// The title first, then a line for each answer; what would not be understood alone keeps its question.
    void answers(Layout layout, Filling filling) {
        var within = Optional.<String>empty();
        for (var answered : list(filling)) {
            if (!answered.within().equals(within)) {
                within = answered.within();
                within.ifPresent(begun -> layout.line(Html.italic(begun)));
            }
            var answer = Wording.shorten(answered.answer(), LONGEST_ANSWER);
            if (answered.title()) {
                layout.paragraph(Html.bold(answer));
            } else if (answered.telling()) {
                layout.line(Html.of("• " + answer));
            } else {
                var label = Html.italic(answered.label()).source();
                layout.line(new Html("• " + label + " " + Html.of(answer).source()));
            }
        }
    }

    private List<AnswerTexts.Answer> list(Filling filling) {
        return answers.list(filling.evaluation(), filling.answeredPrompts(), filling::valuesOf);
    }

    OutgoingMessage editing(Reply.Editing editing) {
        var filling = editing.filling();
        var prompts = filling.answeredPrompts();
        var answered = list(filling);
        var buttons = new ArrayList<Button>();
        for (var number = 0; number < prompts.size(); number++) {
            var prompt = prompts.get(number);
            if (filling.isAsked(prompt)) {
                var label = Wording.shorten(named(prompt, answered.get(number)), LONGEST_BUTTON);
                buttons.add(button(filling, label, OnDraft.JUMP, prompt.place()));
            }
        }
        filling.repeats().forEach(another -> buttons.addAll(ofRepeat(filling, another)));
        var pages = Math.max(1, (buttons.size() + PAGE - 1) / PAGE);
        var page = Math.clamp(editing.page(), 0, pages - 1);
        var layout = new Layout().line(words.html(Phrase.EDITING));
        buttons.stream().skip((long) page * PAGE).limit(PAGE).forEach(layout::row);
        if (pages > 1) {
            var turning = new ArrayList<Button>();
            if (page > 0) {
                turning.add(button(filling, words.plain(Phrase.PREVIOUS_PAGE), OnDraft.EDIT, page - 1));
            }
            if (page < pages - 1) {
                turning.add(button(filling, words.plain(Phrase.NEXT_PAGE), OnDraft.EDIT, page + 1));
            }
            layout.row(turning);
        }
        return layout.row(button(filling, words.plain(Phrase.TO_REVIEW), OnDraft.REVIEW, ""))
                .message();
    }

    /// The answer, after the beginning of its question unless it says by itself what it answers.
    private String named(Prompt prompt, AnswerTexts.Answer answered) {
        var within = answered.within().map(instance -> instance + ": ").orElse("");
        if (answered.title() || answered.telling()) {
            return within + answered.answer();
        }
        var question = AnswerTexts.beginning(prompt.label().in(words.language()));
        return within + Wording.shorten(question, LONGEST_BUTTON / 2) + ": " + answered.answer();
    }

    /// To tell of one more, and to take one away.
    private List<Button> ofRepeat(Filling filling, Prompt.Another another) {
        var buttons = new ArrayList<Button>();
        if (another.count() < Prompt.Another.MOST) {
            var add = words.plain(Phrase.EDIT_ADD, another.label().in(words.language()));
            buttons.add(button(filling, Wording.shorten(add, LONGEST_BUTTON), OnDraft.JUMP, another.place()));
        }
        for (var instance = 1; instance <= another.count(); instance++) {
            var name = words.within(new Prompt.Within(another.label(), instance));
            buttons.add(button(
                    filling,
                    Wording.shorten(words.plain(Phrase.EDIT_REMOVE, name), LONGEST_BUTTON),
                    OnDraft.REMOVE,
                    another.place() + "_" + instance));
        }
        return buttons;
    }

    OutgoingMessage reallyCancel(Reply.ReallyCancel cancel) {
        var filling = cancel.filling();
        var layout = new Layout().line(words.html(Phrase.REALLY_CANCEL));
        answers(layout, filling);
        return layout.row(
                        button(filling, words.plain(Phrase.REALLY_CANCEL_YES), OnDraft.DISCARD, ""),
                        button(filling, words.plain(Phrase.REALLY_CANCEL_NO), OnDraft.GO_ON, ""))
                .message();
    }

    OutgoingMessage newVersion(Reply.NewVersion opened) {
        var filling = opened.filling();
        var layout = new Layout()
                .line(words.html(Phrase.NEW_VERSION, filling.form().title().in(words.language())));
        answers(layout, filling);
        return layout.row(button(filling, words.plain(Phrase.RENEW), OnDraft.RENEW, ""))
                .row(button(filling, words.plain(Phrase.KEEP_VERSION), OnDraft.GO_ON, ""))
                .message();
    }

    OutgoingMessage saved(Reply.Saved saved) {
        var draft = saved.filling().draft();
        return new Layout()
                .line(words.html(Phrase.SAVED))
                .row(Layout.menu(words.plain(Phrase.CONTINUE_DRAFT), OnMenu.OPEN, Long.toString(draft.id())))
                .message();
    }

    OutgoingMessage sent(Reply.Sent sent) {
        var layout = new Layout().line(words.html(Phrase.SENT, sent.number()));
        answers(layout, sent.filling());
        layout.paragraph(words.html(
                Phrase.SENT_THANKS,
                words.number(sent.inMonth()),
                sent.filling().form().title().in(words.language()).toLowerCase(Locale.ROOT),
                sent.libraryName(),
                words.month(sent.month())));
        if (sent.waiting()) {
            layout.line(words.html(Phrase.SENT_WAITING));
        }
        return layout.row(Layout.menu(words.plain(Phrase.REPORT_ANOTHER), OnMenu.REPORT, ""))
                .message();
    }

    private static Button button(Filling filling, String label, OnDraft verb, Object argument) {
        var draft = filling.draft();
        return Layout.button(label, new Press.OfDraft(draft.id(), draft.revision(), verb, argument.toString()));
    }
}
