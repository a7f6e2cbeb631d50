package id.laporpustaka.texts;

import id.laporpustaka.conversation.Filling;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnDraft;
import id.laporpustaka.conversation.Press.OnMenu;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Value;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What has been answered: to be looked at before sending, changed, saved or cancelled.
final class ReviewCard {
    /// Longer answers are shortened; all of them together then fit into one message.
    private static final int LONGEST_ANSWER = 250;

    private static final int LONGEST_BUTTON = 40;

    private static final int PAGE = 10;

    private static final Set<String> YES_AND_NO = Set.of("YES", "NO");

    private final Wording words;
    private final ProblemText problems;

    ReviewCard(Wording words) {
        this.words = words;
        this.problems = new ProblemText(words);
    }

    OutgoingMessage review(Reply.Review review) {
        var layout = new Layout();
        review.echoes().forEach(echo -> layout.line(AskCard.echo(echo, review.filling(), words)));
        review.problem().ifPresent(problem -> layout.paragraph(problems.of(problem)));
        layout.paragraph(words.html(Phrase.REVIEW));
        answers(layout, review.filling());
        layout.paragraph(Html.italic(review.libraryName()));
        var filling = review.filling();
        layout.row(button(filling, words.plain(Phrase.SEND), OnDraft.SEND, ""));
        layout.row(button(filling, words.plain(Phrase.EDIT), OnDraft.EDIT, 0));
        if (filling.hasMoreDetails()) {
            layout.row(button(filling, words.plain(Phrase.ADD_DETAILS), OnDraft.DETAILS, ""));
        }
        layout.row(
                button(filling, words.plain(Phrase.SAVE), OnDraft.SAVE, ""),
                button(filling, words.plain(Phrase.CANCEL), OnDraft.CANCEL, ""));
        return layout.message();
    }

    /// The title first, then a line for each answer; what would not be understood alone keeps its question.
    void answers(Layout layout, Filling filling) {
        for (var prompt : filling.answeredPrompts()) {
            var answer = Wording.shorten(answer(filling, prompt), LONGEST_ANSWER);
            if (prompt.questions()
                    .getFirst()
                    .indicator()
                    .filter("title"::equals)
                    .isPresent()) {
                layout.paragraph(Html.bold(answer));
            } else if (speaksForItself(prompt)) {
                layout.line(Html.of("• " + answer));
            } else {
                var label = Html.italic(prompt.label().in(words.language())).source();
                layout.line(new Html("• " + label + " " + Html.of(answer).source()));
            }
        }
    }

    /// A day, a number of people, photos, or a choice with a label of its own; not a number, a free text, or a bare
    /// yes.
    private static boolean speaksForItself(Prompt prompt) {
        var question = prompt.questions().getFirst();
        return switch (question.type()) {
            case DATE, DATETIME, IMAGE -> true;
            case SELECT_ONE -> question.choices().stream().noneMatch(choice -> YES_AND_NO.contains(choice.code()));
            case INTEGER, DECIMAL -> prompt instanceof Prompt.FieldList;
            case TEXT, TIME, SELECT_MULTIPLE, NOTE, ACKNOWLEDGE, CALCULATE, HIDDEN -> false;
        };
    }

    private String answer(Filling filling, Prompt prompt) {
        return words.answer(filling.form(), prompt, valuesOf(filling, prompt));
    }

    private static Map<String, Value> valuesOf(Filling filling, Prompt prompt) {
        var values = new LinkedHashMap<String, Value>();
        for (var question : prompt.questions()) {
            filling.draft().answers().find(question.name()).ifPresent(value -> values.put(question.name(), value));
        }
        return values;
    }

    OutgoingMessage editing(Reply.Editing editing) {
        var filling = editing.filling();
        var prompts = filling.answeredPrompts();
        var pages = Math.max(1, (prompts.size() + PAGE - 1) / PAGE);
        var page = Math.clamp(editing.page(), 0, pages - 1);
        var layout = new Layout().line(words.html(Phrase.EDITING));
        prompts.stream()
                .skip((long) page * PAGE)
                .limit(PAGE)
                .forEach(prompt -> layout.row(button(
                        filling,
                        Wording.shorten(answer(filling, prompt), LONGEST_BUTTON),
                        OnDraft.JUMP,
                        filling.form().prompts().indexOf(prompt))));
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

    OutgoingMessage reallyCancel(Reply.ReallyCancel cancel) {
        var filling = cancel.filling();
        var layout = new Layout().line(words.html(Phrase.REALLY_CANCEL));
        answers(layout, filling);
        return layout.row(
                        button(filling, words.plain(Phrase.REALLY_CANCEL_YES), OnDraft.DISCARD, ""),
                        button(filling, words.plain(Phrase.REALLY_CANCEL_NO), OnDraft.GO_ON, ""))
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
