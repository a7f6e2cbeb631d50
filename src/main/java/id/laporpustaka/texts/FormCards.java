package id.laporpustaka.texts;

import id.laporpustaka.conversation.FormCheck;
import id.laporpustaka.conversation.FormLine;
import id.laporpustaka.conversation.FormPublication;
import id.laporpustaka.conversation.Press.OnForm;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What those who make forms read: what is wrong with a form, what can be done with it, and the forms that there
/// are.
final class FormCards {
    private static final int LONGEST_LABEL = 60;

    private static final int PAGE = 10;
    private static final int LONGEST_NAME = 80;

    /// Telegram's limit for a caption, in UTF-16 units (Bot API, sendDocument), less what stands around the lines.
    private static final int LONGEST_CAPTION = 1024 - 250;

    /// So many lines of this length with their places are shorter than a message may be.
    private static final int LONGEST_LINE = 300;

    private final Wording words;

    FormCards(Wording words) {
        this.words = words;
    }

    OutgoingMessage beingChecked(Reply.FormBeingChecked checked) {
        return new Layout()
                .line(words.html(Phrase.FORM_CHECKING, Wording.shorten(checked.fileName(), LONGEST_NAME)))
                .message();
    }

    OutgoingMessage checked(Reply.FormChecked reply) {
        var name = Wording.shorten(reply.fileName(), LONGEST_NAME);
        return switch (reply.check()) {
            case FormCheck.TooLarge() -> plain(Phrase.FORM_TOO_LARGE);
            case FormCheck.Gone() -> plain(Phrase.FORM_FILE_GONE);
            case FormCheck.AlreadyPublished(var form, var version, var title) ->
                plain(Phrase.FORM_ALREADY_PUBLISHED, title, form, version);
            case FormCheck.Refused(var problems) -> {
                var layout = new Layout()
                        .line(words.html(
                                problems.all() == 1 ? Phrase.FORM_PROBLEM : Phrase.FORM_PROBLEMS,
                                name,
                                problems.all()));
                yield withLines(layout, problems, Phrase.FORM_MEND);
            }
            case FormCheck.Accepted accepted -> accepted(accepted);
        };
    }

    private OutgoingMessage accepted(FormCheck.Accepted accepted) {
        var layout = new Layout()
                .line(words.html(
                        Phrase.FORM_GOOD,
                        accepted.title(),
                        accepted.formId(),
                        accepted.version(),
                        accepted.questions()));
        layout.line(accepted.present()
                .map(version -> words.html(Phrase.FORM_REPLACES, version))
                .orElseGet(() -> words.html(Phrase.FORM_NEW)));
        var remarks = accepted.remarks();
        if (remarks.all() > 0) {
            layout.paragraph(words.html(remarks.all() == 1 ? Phrase.FORM_REMARK : Phrase.FORM_REMARKS, remarks.all()));
        }
        buttons(layout, accepted.candidate(), Phrase.FORM_TRY);
        return withLines(layout, remarks, Phrase.FORM_NEXT);
    }

    /// As many lines as fit; all of them are in the file if there is one.
    private OutgoingMessage withLines(Layout layout, FormCheck.Lines lines, Phrase end) {
        var room = lines.file().isPresent() ? LONGEST_CAPTION : Integer.MAX_VALUE;
        var shown = 0;
        for (var line : lines.first()) {
            var html = line(line);
            room -= html.source().length() + 1;
            if (room < 0) {
                break;
            }
            layout.line(html);
            shown++;
        }
        if (lines.file().isPresent()) {
            layout.paragraph(words.html(Phrase.FORM_ALL_IN_FILE, lines.all() - shown));
        }
        return attached(layout.paragraph(words.html(end)).message(), lines.file());
    }

    private OutgoingMessage attached(OutgoingMessage message, OptionalLong file) {
        return file.isPresent()
                ? message.with(new OutgoingMessage.Attached(
                        file.getAsLong(), words.html(Phrase.FILE_NOT_SENT).source()))
                : message;
    }

    private Html line(FormCheck.Line line) {
        var place = place(line);
        var message = Html.of(Wording.shorten(line.message(), LONGEST_LINE)).source();
        return new Html("• " + (place.isEmpty() ? "" : Html.bold(place).source() + " ") + message);
    }

    /// `survey, baris 5, kolom constraint:`.
    private String place(FormCheck.Line line) {
        if (line.sheet().isEmpty()) {
            return "";
        }
        var place = line.sheet();
        if (line.row() > 0) {
            place = words.plain(Phrase.FORM_ROW, place, line.row());
        }
        return (line.column().isEmpty() ? place : words.plain(Phrase.FORM_COLUMN, place, line.column())) + ":";
    }

    /// Whether all lines can be shown in one message.
    boolean fit(List<FormCheck.Line> lines) {
        return lines.size() <= FormCheck.MOST_LINES
                && lines.stream().allMatch(line -> line.message().length() <= LONGEST_LINE);
    }

    /// All lines, for a text file.
    String listed(List<FormCheck.Line> lines) {
        return lines.stream()
                .map(line -> (place(line) + " " + line.message()).strip())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    OutgoingMessage trialOver(Reply.TrialOver over) {
        var layout = new Layout()
                .line(words.html(
                        Phrase.TRIAL_OVER,
                        over.form().title().in(words.language()),
                        over.form().version()))
                .line(words.html(over.sent() ? Phrase.TRIAL_SENT : Phrase.TRIAL_LEFT));
        buttons(layout, over.candidate(), Phrase.FORM_TRY_AGAIN);
        return layout.message();
    }

    private void buttons(Layout layout, long candidate, Phrase trying) {
        layout.row(
                Layout.form(words.plain(trying), OnForm.TRY, Long.toString(candidate)),
                Layout.form(words.plain(Phrase.FORM_PUBLISH), OnForm.PUBLISH, Long.toString(candidate)),
                Layout.form(words.plain(Phrase.FORM_DROP), OnForm.DROP, Long.toString(candidate)));
    }

    OutgoingMessage published(Reply.FormPublished reply) {
        return switch (reply.publication()) {
            case FormPublication.Published(var form, var version, var title) ->
                new Layout()
                        .line(words.html(Phrase.FORM_PUBLISHED, title, form, version))
                        .row(Layout.form(words.plain(Phrase.FORMS_BUTTON), OnForm.LIST, "0"))
                        .message();
            case FormPublication.Refused(var problems) ->
                withLines(new Layout().line(words.html(Phrase.FORM_NOT_PUBLISHED)), problems, Phrase.FORM_MEND);
        };
    }

    OutgoingMessage list(Reply.FormList list) {
        var forms = list.shelf().published();
        var pages = Math.max(1, (forms.size() + PAGE - 1) / PAGE);
        var page = Math.clamp(list.page(), 0, pages - 1);
        var layout = new Layout().line(words.html(Phrase.FORMS));
        for (var place = page * PAGE; place < Math.min((page + 1) * PAGE, forms.size()); place++) {
            var form = forms.get(place);
            layout.line(words.html(
                    form.offered() ? Phrase.FORMS_LINE : Phrase.FORMS_LINE_RETIRED,
                    form.formId(),
                    title(form),
                    form.present().version()));
            layout.row(
                    Layout.form(Wording.shorten(form.formId() + " · " + title(form), 40), OnForm.SHOW, form.formId()));
        }
        for (var candidate : list.shelf().candidates()) {
            layout.row(Layout.form(
                    Wording.shorten(
                            words.plain(
                                    Phrase.FORM_WAITING_BUTTON,
                                    candidate.title().in(words.language()),
                                    candidate.version()),
                            LONGEST_LABEL),
                    OnForm.CANDIDATE,
                    Long.toString(candidate.id())));
        }
        if (list.shelf().more()) {
            layout.line(words.html(Phrase.FORMS_MORE_WAITING));
        }
        var turning = new ArrayList<Button>();
        if (page > 0) {
            turning.add(Layout.form(words.plain(Phrase.PREVIOUS_PAGE), OnForm.LIST, Integer.toString(page - 1)));
        }
        if (page < pages - 1) {
            turning.add(Layout.form(words.plain(Phrase.NEXT_PAGE), OnForm.LIST, Integer.toString(page + 1)));
        }
        return layout.row(turning).paragraph(words.html(Phrase.FORMS_HELP)).message();
    }

    OutgoingMessage waiting(Reply.FormWaiting waiting) {
        var form = waiting.candidate();
        var layout = new Layout()
                .line(words.html(Phrase.FORM_WAITING, form.title().in(words.language()), form.formId(), form.version()))
                .paragraph(words.html(Phrase.FORM_NEXT));
        buttons(layout, form.id(), Phrase.FORM_TRY);
        return layout.row(Layout.form(words.plain(Phrase.FORMS_BACK), OnForm.LIST, "0"))
                .message();
    }

    private String title(FormLine form) {
        return form.title().in(words.language());
    }

    OutgoingMessage detail(Reply.FormDetail detail) {
        var form = detail.form();
        var layout = new Layout().line(words.html(Phrase.FORM_DETAIL, title(form), form.formId()));
        for (var version : form.versions().reversed()) {
            layout.line(words.html(
                    version.builtIn() ? Phrase.FORM_VERSION_BUILT_IN : Phrase.FORM_VERSION,
                    version.version(),
                    words.dayOfYear(LocalDate.ofInstant(version.publishedAt(), ZoneOffset.ofHours(7)))));
        }
        layout.paragraph(words.html(form.offered() ? Phrase.FORM_IS_OFFERED : Phrase.FORM_IS_RETIRED));
        var id = form.formId();
        for (var version = form.versions().size() - 1;
                version >= Math.max(0, form.versions().size() - 5);
                version--) {
            layout.row(Layout.form(
                    words.plain(
                            Phrase.FORM_DOWNLOAD, form.versions().get(version).version()),
                    OnForm.DOWNLOAD,
                    id + "/" + version));
        }
        return layout.row(
                        form.offered()
                                ? Layout.form(words.plain(Phrase.FORM_RETIRE), OnForm.RETIRE, id)
                                : Layout.form(words.plain(Phrase.FORM_OFFER), OnForm.OFFER, id))
                .row(Layout.form(words.plain(Phrase.FORMS_BACK), OnForm.LIST, "0"))
                .message();
    }

    OutgoingMessage reallyRetire(Reply.ReallyRetire asked) {
        var id = asked.form().formId();
        return new Layout()
                .line(words.html(Phrase.FORM_REALLY_RETIRE, title(asked.form())))
                .row(
                        Layout.form(words.plain(Phrase.FORM_RETIRE_YES), OnForm.RETIRE_YES, id),
                        Layout.form(words.plain(Phrase.FORM_RETIRE_NO), OnForm.SHOW, id))
                .message();
    }

    OutgoingMessage offered(Reply.FormOffered offered) {
        return new Layout()
                .line(words.html(offered.offered() ? Phrase.FORM_OFFERED : Phrase.FORM_RETIRED, offered.title()))
                .row(Layout.form(words.plain(Phrase.FORMS_BACK), OnForm.LIST, "0"))
                .message();
    }

    OutgoingMessage file(Reply.FormFile file) {
        return attached(
                new Layout()
                        .line(words.html(Phrase.FORM_FILE, file.title(), file.version()))
                        .message(),
                OptionalLong.of(file.file()));
    }

    private OutgoingMessage plain(Phrase phrase, Object... filled) {
        return new Layout().line(words.html(phrase, filled)).message();
    }
}
