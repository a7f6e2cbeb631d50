package id.laporpustaka.texts;

import id.laporpustaka.conversation.Filling;
import id.laporpustaka.conversation.Notice;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnDraft;
import id.laporpustaka.conversation.Press.OnMenu;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.Question;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What has been answered: to be looked at before sending, changed, saved or cancelled.
final class ReviewCard {
    /// Longer answers are shortened; all of them together then fit into one message.
    private static final int LONGEST_ANSWER = 250;

    private static final int LONGEST_BUTTON = 48;

    private static final int LONGEST_TITLE = 80;

    private static final Pattern FIRST_SENTENCE = Pattern.compile("^(.+?)[?:]");

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
        var within = Optional.<Prompt.Within>empty();
        var answered = filling.answeredPrompts();
        for (var prompt : answered) {
            if (!prompt.within().equals(within)) {
                within = prompt.within();
                within.ifPresent(begun -> layout.line(Html.italic(words.within(begun))));
            }
            var answer = Wording.shorten(answer(filling, prompt), LONGEST_ANSWER);
            if (isTitle(prompt)) {
                layout.paragraph(Html.bold(answer));
            } else if (speaksForItself(prompt) && !hasTwin(prompt, answered)) {
                layout.line(Html.of("• " + answer));
            } else {
                var label = Html.italic(question(prompt)).source();
                layout.line(new Html("• " + label + " " + Html.of(answer).source()));
            }
        }
    }

    private static boolean isTitle(Prompt prompt) {
        return prompt.questions().getFirst().indicator().filter("title"::equals).isPresent();
    }

    /// Without what it says after the question itself, such as `Boleh pilih beberapa.`
    String question(Prompt prompt) {
        var label = prompt.label().in(words.language());
        var question = FIRST_SENTENCE.matcher(label);
        return question.find() && question.end() < label.length() ? question.group() : label;
    }

    /// A day, a number of people, photos, or a choice with a label of its own; not a number, a free text, or a
    /// bare yes.
    private static boolean speaksForItself(Prompt prompt) {
        var question = prompt.questions().getFirst();
        return switch (question.type()) {
            case DATE, DATETIME, IMAGE, AUDIO, VIDEO, FILE, GEOPOINT -> true;
            case SELECT_ONE -> question.choices().stream().noneMatch(choice -> YES_AND_NO.contains(choice.code()));
            case INTEGER, DECIMAL, RANGE -> prompt instanceof Prompt.FieldList;
            case TEXT, TIME, SELECT_MULTIPLE, NOTE, ACKNOWLEDGE, CALCULATE, HIDDEN, START, END, TODAY, USERNAME ->
                false;
        };
    }

    /// Whether another answer is one of the same choices, another day or another file, so that neither says what it
    /// answers.
    private static boolean hasTwin(Prompt prompt, List<Prompt> answered) {
        var question = prompt.questions().getFirst();
        return !(prompt instanceof Prompt.FieldList)
                && !isPeriod(question)
                && answered.stream()
                        .map(other -> other.questions().getFirst())
                        .anyMatch(other -> !other.name().equals(question.name())
                                && !isPeriod(other)
                                && other.type() == question.type()
                                && other.choices().equals(question.choices()));
    }

    /// The first and the last day of what is reported are read as such.
    private static boolean isPeriod(Question question) {
        return question.indicator().filter(name -> name.startsWith("date_")).isPresent();
    }

    private String answer(Filling filling, Prompt prompt) {
        return words.answer(filling.evaluation(), prompt, filling.valuesOf(prompt));
    }

    OutgoingMessage editing(Reply.Editing editing) {
        var filling = editing.filling();
        var buttons = new ArrayList<>(filling.answeredPrompts().stream()
                .filter(filling::isAsked)
                .map(prompt -> button(
                        filling,
                        Wording.shorten(within(prompt) + named(filling, prompt), LONGEST_BUTTON),
                        OnDraft.JUMP,
                        prompt.place()))
                .toList());
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
        var answer = answer(filling, prompt);
        if (isTitle(prompt) || (speaksForItself(prompt) && !hasTwin(prompt, filling.answeredPrompts()))) {
            return answer;
        }
        var label = FIRST_SENTENCE.matcher(prompt.label().in(words.language()));
        var question = label.find() ? label.group(1) : "";
        return Wording.shorten(question, LONGEST_BUTTON / 2) + ": " + answer;
    }

    private String within(Prompt prompt) {
        return prompt.within().map(within -> words.within(within) + ": ").orElse("");
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
        for (var alike : doubted.alike()) {
            layout.paragraph(words.html(
                    Phrase.LOOKALIKE,
                    alike.title().isEmpty() ? alike.number() : Wording.shorten(alike.title(), LONGEST_TITLE),
                    words.day(alike.date()),
                    alike.number()));
            if (alike.samePhoto()) {
                layout.line(words.html(Phrase.LOOKALIKE_PHOTO));
            }
        }
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
