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
import id.laporpustaka.submission.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has been answered: to be looked at before sending, changed, saved or cancelled.
final class ReviewCard {
    /// Longer answers are shortened; all of them together then fit into one message.
    private static final int LONGEST_ANSWER = 250;

    private static final int LONGEST_BUTTON = 48;

    private static final int LONGEST_TITLE = 80;

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
        var differences = review.filling().differences();
        var isCorrection = review.filling().draft().correction().isPresent();
        layout.paragraph(words.html(isCorrection ? Phrase.REVIEW_OWN_CORRECTION : Phrase.REVIEW));
        answers(layout, review.filling());
        if (isCorrection) {
            layout.paragraph(words.html(differences.isEmpty() ? Phrase.NO_DIFFERENCES : Phrase.DIFFERENCES));
            new ReportCards(words).differences(layout, review.filling(), differences);
        }
        if (!review.libraryName().isEmpty()) {
            layout.paragraph(Html.italic(review.libraryName()));
        }
        var filling = review.filling();
        layout.row(button(filling, words.plain(isCorrection ? Phrase.SEND_CORRECTION : Phrase.SEND), OnDraft.SEND, ""));
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

    /// What was asked, without what it says after the question itself.
    String question(Prompt prompt) {
        return answers.question(prompt);
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
    String named(Filling filling, Prompt prompt) {
        return named(
                prompt,
                answers.answer(filling.evaluation(), prompt, filling.valuesOf(prompt), filling.answeredPrompts()));
    }

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

    /// Whether it has been reported already.
    OutgoingMessage doubted(Reply.Doubted doubted) {
        var filling = doubted.filling();
        var layout = new Layout().line(words.html(Phrase.DOUBTED));
        doubted.alike().forEach(alike -> lookalike(layout, alike));
        layout.row(button(filling, words.plain(Phrase.SEND_ANYWAY), OnDraft.SEND_ANYWAY, ""));
        for (var place : doubted.takesPhotos()) {
            var number = doubted.alike().get(place).number();
            layout.row(button(filling, words.plain(Phrase.ADD_PHOTOS, number), OnDraft.ADD_PHOTOS, place));
        }
        return layout.row(
                        button(filling, words.plain(Phrase.TO_REVIEW), OnDraft.REVIEW, ""),
                        button(filling, words.plain(Phrase.CANCEL), OnDraft.CANCEL, ""))
                .message();
    }

    void lookalike(Layout layout, Doubles.Lookalike alike) {
        layout.line(words.html(
                Phrase.LOOKALIKE,
                alike.title().isEmpty() ? alike.number() : Wording.shorten(alike.title(), LONGEST_TITLE),
                words.day(alike.date()),
                alike.number()));
        if (alike.samePhoto()) {
            layout.line(words.html(Phrase.LOOKALIKE_PHOTO));
        }
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

    private static Button button(Filling filling, String label, OnDraft verb, Object argument) {
        var draft = filling.draft();
        return Layout.button(label, new Press.OfDraft(draft.id(), draft.revision(), verb, argument.toString()));
    }
}
