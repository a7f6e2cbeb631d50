package id.laporpustaka.texts;

import id.laporpustaka.conversation.Notice;
import java.util.stream.Collectors;

/// What is to be known before the next question.
final class NoticeText {
    private static final int LONGEST_ANSWER = 250;

    private NoticeText() {}

    static void add(Layout layout, Notice notice, Wording words) {
        switch (notice) {
            case Notice.LikeBefore(var title) ->
                layout.line(
                        title.isEmpty()
                                ? words.html(Phrase.LIKE_BEFORE_UNTITLED)
                                : words.html(Phrase.LIKE_BEFORE, Wording.shorten(title, 80)));
            case Notice.KindMayChange() -> {}
            case Notice.EarlierKept() -> layout.line(words.html(Phrase.EARLIER_KEPT));
            case Notice.Unread(var prompts) ->
                layout.line(words.html(
                        Phrase.TEMPLATE_UNREAD,
                        prompts.stream()
                                .map(prompt -> prompt.label().in(words.language()))
                                .collect(Collectors.joining(" · "))));
            case Notice.Unused(var parts) ->
                layout.line(
                        words.html(Phrase.MESSAGE_UNUSED, Wording.shorten(String.join(" · ", parts), LONGEST_ANSWER)));
            case Notice.Renewed(var before, var left) -> {
                layout.line(words.html(left.isEmpty() ? Phrase.RENEWED : Phrase.RENEWED_WITHOUT));
                for (var answers : left) {
                    var label = Html.italic(answers.prompt().label().in(words.language()))
                            .source();
                    var answer = Wording.shorten(
                            words.answer(before.evaluation(), answers.prompt(), answers.values()), LONGEST_ANSWER);
                    layout.line(new Html("• " + label + " " + Html.of(answer).source()));
                }
            }
        }
    }
}
