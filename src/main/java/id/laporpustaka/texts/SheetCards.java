package id.laporpustaka.texts;

import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnLibrary;
import id.laporpustaka.conversation.SheetOutcome;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;

/// What a coordinator reads who brings many libraries at once.
final class SheetCards {
    private static final int LONGEST_NAME = 80;

    /// So that five of them and all around them fit under a file (Bot API, sendDocument: 1,024 characters).
    private static final int LONGEST_LINE = 110;

    private final Wording words;

    SheetCards(Wording words) {
        this.words = words;
    }

    OutgoingMessage received(String fileName) {
        return plain(Phrase.SHEET_RECEIVED, Wording.shorten(fileName, LONGEST_NAME));
    }

    OutgoingMessage beingImported(int rows) {
        return plain(Phrase.SHEET_BEING_IMPORTED, words.number(rows));
    }

    OutgoingMessage outcome(SheetOutcome outcome) {
        return switch (outcome) {
            case SheetOutcome.Template(var file) -> attached(plain(Phrase.SHEET_TEMPLATE), file);
            case SheetOutcome.Refused(var why) -> plain(Phrase.SHEET_REFUSED, why);
            case SheetOutcome.BeingChecked(var _, var rows) -> plain(Phrase.SHEET_BEING_CHECKED, words.number(rows));
            case SheetOutcome.Checked checked -> checked(checked);
            case SheetOutcome.Imported imported -> imported(imported);
            case SheetOutcome.Gone() -> plain(Phrase.SHEET_OPEN_GONE);
            case SheetOutcome.NotAllowed() -> plain(Phrase.NOT_YOURS);
        };
    }

    private OutgoingMessage checked(SheetOutcome.Checked checked) {
        var layout = new Layout()
                .line(words.html(
                        Phrase.SHEET_COUNTS,
                        words.number(checked.created()),
                        words.number(checked.existing()),
                        words.number(checked.wrong())));
        for (var line : checked.first()) {
            layout.line(new Html("• "
                    + Html.bold(words.plain(Phrase.SHEET_ROW, line.row())).source() + " "
                    + Html.of(Wording.shorten(line.message(), LONGEST_LINE)).source()));
        }
        var good = checked.created() + checked.existing();
        if (checked.wrong() > 0) {
            var more = checked.wrong() - checked.first().size();
            layout.line(
                    more > 0
                            ? words.html(Phrase.SHEET_MORE_WRONG, words.number(more))
                            : words.html(Phrase.SHEET_ALL_WRONG));
            layout.paragraph(words.html(good > 0 ? Phrase.SHEET_MEND : Phrase.SHEET_MEND_ALL));
        } else {
            layout.paragraph(words.html(checked.existing() > 0 ? Phrase.SHEET_CONFIRM_EXISTING : Phrase.SHEET_CONFIRM));
        }
        if (good > 0) {
            layout.row(importing(checked, good))
                    .row(button(Phrase.SHEET_CANCEL, OnLibrary.CANCEL_SHEET, checked.sheet()));
        }
        var message = layout.message();
        return checked.file().isPresent() ? attached(message, checked.file().getAsLong()) : message;
    }

    private Button importing(SheetOutcome.Checked checked, int good) {
        var all = words.number(good);
        if (checked.wrong() > 0) {
            return button(Phrase.SHEET_IMPORT_GOOD, OnLibrary.IMPORT_GOOD_ROWS, checked.sheet(), all);
        }
        if (checked.created() == 0) {
            return button(Phrase.SHEET_IMPORT_LINKS, OnLibrary.IMPORT_SHEET, checked.sheet(), all);
        }
        return checked.existing() == 0
                ? button(Phrase.SHEET_IMPORT, OnLibrary.IMPORT_SHEET, checked.sheet(), all)
                : button(
                        Phrase.SHEET_IMPORT_BOTH,
                        OnLibrary.IMPORT_SHEET,
                        checked.sheet(),
                        words.number(checked.created()),
                        all);
    }

    private Button button(Phrase label, OnLibrary verb, long sheet, Object... filled) {
        return Layout.button(words.plain(label, filled), new Press.OfLibrary(verb, Long.toString(sheet)));
    }

    private OutgoingMessage imported(SheetOutcome.Imported imported) {
        var layout = new Layout()
                .line(words.html(
                        Phrase.SHEET_IMPORTED, words.number(imported.created()), words.number(imported.existing())));
        if (imported.leftOut() > 0) {
            layout.line(words.html(Phrase.SHEET_IMPORTED_LEFT_OUT, words.number(imported.leftOut())));
        }
        layout.paragraph(words.html(Phrase.SHEET_IMPORTED_HOW))
                .paragraph(words.html(Phrase.SHEET_IMPORTED_UNTIL, words.dayOfYear(imported.until())));
        return attached(layout.message(), imported.file());
    }

    private OutgoingMessage plain(Phrase phrase, Object... filled) {
        return new Layout().line(words.html(phrase, filled)).message();
    }

    private OutgoingMessage attached(OutgoingMessage message, long file) {
        return message.with(new OutgoingMessage.Attached(
                file, words.html(Phrase.FILE_NOT_SENT).source()));
    }
}
