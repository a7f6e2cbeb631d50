package id.laporpustaka.texts;

import id.laporpustaka.conversation.Command;
import id.laporpustaka.conversation.Filling;
import id.laporpustaka.conversation.OwnData;
import id.laporpustaka.conversation.PastReport;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnMenu;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.reading.Template;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.people.Reporting;
import java.util.List;
import java.util.stream.Collectors;

/// The start, the menu, lists, and everything else around the reports.
final class MenuCards {
    private final Wording words;

    MenuCards(Wording words) {
        this.words = words;
    }

    OutgoingMessage welcome(Reply.Welcome welcome) {
        var actor = welcome.actor();
        var layout = new Layout().line(words.html(Phrase.WELCOME, actor.name()));
        if (!actor.reportsFor().isEmpty()) {
            var libraries =
                    actor.reportsFor().stream().map(Reporting::libraryName).collect(Collectors.joining(", "));
            layout.paragraph(words.html(Phrase.WELCOME_REPORTER, libraries));
        }
        if (!actor.duties().isEmpty()) {
            layout.paragraph(words.html(Phrase.WELCOME_COORDINATOR));
        }
        return layout.paragraph(commands(welcome.commands())).message();
    }

    OutgoingMessage becameAdmin(Reply.BecameAdmin became) {
        return new Layout()
                .line(words.html(Phrase.BECAME_ADMIN, became.name()))
                .paragraph(commands(became.commands()))
                .message();
    }

    OutgoingMessage help(Reply.Help help) {
        return new Layout()
                .line(words.html(Phrase.HELP))
                .line(commands(help.commands()))
                .paragraph(words.html(Phrase.HELP_TIP))
                .message();
    }

    OutgoingMessage unknownCommand(Reply.UnknownCommand unknown) {
        return new Layout()
                .line(words.html(Phrase.UNKNOWN_COMMAND, Wording.shorten(unknown.name(), 32)))
                .line(commands(unknown.commands()))
                .message();
    }

    private Html commands(List<Command> commands) {
        return new Html(commands.stream()
                .map(command -> "/%s – %s"
                        .formatted(name(command), words.html(describe(command)).source()))
                .collect(Collectors.joining("\n")));
    }

    private String name(Command command) {
        return words.language() == Language.ENGLISH ? command.english() : command.indonesian();
    }

    static Phrase describe(Command command) {
        return switch (command) {
            case REPORT -> Phrase.COMMAND_REPORT;
            case AGAIN -> Phrase.COMMAND_AGAIN;
            case TEMPLATE -> Phrase.COMMAND_TEMPLATE;
            case DRAFTS -> Phrase.COMMAND_DRAFTS;
            case HISTORY -> Phrase.COMMAND_HISTORY;
            case REVIEW -> Phrase.COMMAND_REVIEW;
            case SUMMARY -> Phrase.COMMAND_SUMMARY;
            case SCORE -> Phrase.COMMAND_SCORE;
            case EXPORT -> Phrase.COMMAND_EXPORT;
            case BOARD -> Phrase.COMMAND_BOARD;
            case WEB -> Phrase.COMMAND_WEB;
            case FORMS -> Phrase.COMMAND_FORMS;
            case MEMBERS -> Phrase.COMMAND_MEMBERS;
            case ERASE -> Phrase.COMMAND_ERASE;
            case LIBRARIES -> Phrase.COMMAND_LIBRARIES;
            case INVITE -> Phrase.COMMAND_INVITE;
            case JOIN -> Phrase.COMMAND_JOIN;
            case REMINDERS -> Phrase.COMMAND_REMINDERS;
            case LANGUAGE -> Phrase.COMMAND_LANGUAGE;
            case PRIVACY -> Phrase.COMMAND_PRIVACY;
            case CANCEL -> Phrase.COMMAND_CANCEL;
            case HELP -> Phrase.COMMAND_HELP;
            case START -> Phrase.COMMAND_START;
        };
    }

    OutgoingMessage languages() {
        return new Layout()
                .line(words.html(Phrase.LANGUAGES))
                .row(languageButtons())
                .message();
    }

    private static List<Button> languageButtons() {
        return List.of(
                Layout.menu("Bahasa Indonesia", OnMenu.LANGUAGE, Language.INDONESIAN.code()),
                Layout.menu("English", OnMenu.LANGUAGE, Language.ENGLISH.code()));
    }

    OutgoingMessage privacy(Reply.Privacy privacy) {
        var layout = new Layout().line(words.html(Phrase.PRIVACY));
        if (privacy.asked()) {
            layout.paragraph(words.html(Phrase.PRIVACY_ASK))
                    .row(Layout.menu(words.plain(Phrase.PRIVACY_AGREE), OnMenu.PRIVACY, privacy.version()));
        } else {
            layout.row(
                    Layout.menu(words.plain(Phrase.MY_DATA), OnMenu.MY_DATA, ""),
                    Layout.menu(words.plain(Phrase.ERASE), OnMenu.ERASE, ""));
        }
        return layout.message();
    }

    private Button leave(String library, long id) {
        return Layout.menu(Wording.shorten(words.plain(Phrase.LEAVE, library), 60), OnMenu.LEAVE, Long.toString(id));
    }

    OutgoingMessage reallyLeave(Reporting library) {
        return new Layout()
                .line(words.html(Phrase.LEAVE_ASK, library.libraryName()))
                .row(Layout.menu(words.plain(Phrase.LEAVE_YES), OnMenu.LEAVE, library.libraryId() + "/yes"))
                .message();
    }

    OutgoingMessage left(Reporting library) {
        return new Layout()
                .line(words.html(Phrase.LEFT, library.libraryName()))
                .row(Layout.button(words.plain(Phrase.JOIN_BEGIN), new Press.OfJoin(Press.OnJoin.BEGIN, "")))
                .message();
    }

    OutgoingMessage reallyErase() {
        return new Layout()
                .line(words.html(Phrase.ERASE_ASK))
                .row(Layout.menu(words.plain(Phrase.ERASE_YES), OnMenu.ERASE, "yes"))
                .row(Layout.menu(words.plain(Phrase.ERASE_NO), OnMenu.ERASE, "no"))
                .message();
    }

    OutgoingMessage ownData(OwnData outcome) {
        return switch (outcome) {
            case OwnData.Copied(var file) ->
                plain(Phrase.DATA_COPIED)
                        .with(new OutgoingMessage.Attached(
                                file, words.html(Phrase.FILE_NOT_SENT).source()));
            case OwnData.Erased() -> plain(Phrase.ERASED);
            case OwnData.Nothing() -> plain(Phrase.NOTHING_KEPT);
            case OwnData.MustHandOver(var obstacles) -> {
                var layout = new Layout().line(words.html(Phrase.ERASE_FIRST));
                for (var obstacle : obstacles) {
                    if (obstacle.library() != 0) {
                        layout.row(leave(obstacle.what(), obstacle.library()));
                    }
                    layout.line(
                            switch (obstacle.kind()) {
                                case LAST_ADMIN -> words.html(Phrase.ERASE_LAST_ADMIN);
                                case ONLY_COORDINATOR -> words.html(Phrase.ERASE_ONLY_COORDINATOR, obstacle.what());
                                case ONLY_REPORTER -> words.html(Phrase.ERASE_ONLY_REPORTER, obstacle.what());
                            });
                }
                yield layout.message();
            }
        };
    }

    OutgoingMessage menu(Reply.Menu menu) {
        var layout = new Layout();
        if (menu.photos() > 0) {
            layout.line(words.html(
                    Phrase.OK, words.plain(Phrase.PHOTOS_KEPT, words.files(QuestionType.IMAGE, menu.photos()))));
        }
        layout.paragraph(words.html(menu.told() ? Phrase.MENU_TOLD : Phrase.MENU));
        layout.packed(menu.forms().stream()
                .map(form -> Layout.menu(form.title().in(words.language()), OnMenu.REPORT, form.id()))
                .toList());
        menu.last()
                .ifPresent(last -> layout.row(Layout.menu(
                        words.plain(Phrase.MENU_AGAIN, Wording.shorten(again(last), 40)),
                        OnMenu.AGAIN,
                        Long.toString(last.submissionId()))));
        if (menu.drafts() > 0) {
            layout.row(Layout.menu(words.plain(Phrase.MENU_DRAFTS, menu.drafts()), OnMenu.DRAFTS, ""));
        }
        return layout.message();
    }

    private String again(PastReport last) {
        return last.title().isEmpty() ? last.form().title().in(words.language()) : last.title();
    }

    OutgoingMessage templates(List<Form> forms) {
        return new Layout()
                .line(words.html(Phrase.TEMPLATES))
                .packed(forms.stream()
                        .map(form -> Layout.menu(form.title().in(words.language()), OnMenu.TEMPLATE, form.id()))
                        .toList())
                .message();
    }

    /// The text can be copied with one touch.
    OutgoingMessage formAsText(Filling empty) {
        var wording = new Template.Wording(
                words.plain(Phrase.TEMPLATE_HEADING),
                words.plain(Phrase.TEMPLATE_DETAILS),
                words.plain(Phrase.TEMPLATE_SAME_CHOICES, "{0}"));
        var text = Template.write(empty.form(), empty.evaluation(), words.language(), wording);
        return new Layout()
                .line(words.html(Phrase.TEMPLATE))
                .line(new Html("<pre>" + Html.of(text).source() + "</pre>"))
                .message();
    }

    OutgoingMessage chooseLibrary(Reply.ChooseLibrary choose) {
        var layout = new Layout()
                .line(Html.italic(choose.form().title().in(words.language())))
                .line(words.html(Phrase.CHOOSE_LIBRARY));
        for (var library : choose.libraries()) {
            layout.row(Layout.menu(
                    library.libraryName(), OnMenu.LIBRARY, choose.form().id() + "/" + library.libraryId()));
        }
        return layout.message();
    }

    OutgoingMessage cancelled(Reply.Cancelled cancelled) {
        return new Layout()
                .line(words.html(Phrase.CANCELLED))
                .row(Layout.menu(words.plain(Phrase.UNDO), OnMenu.RESTORE, Long.toString(cancelled.draftId())))
                .message();
    }

    OutgoingMessage drafts(Reply.Drafts drafts) {
        return drafts.drafts().isEmpty() ? plain(Phrase.NO_DRAFTS) : drafts(Phrase.DRAFTS, drafts.drafts());
    }

    OutgoingMessage draftsWaiting(List<Reply.DraftLine> drafts) {
        return drafts(Phrase.DRAFTS_WAITING, drafts);
    }

    OutgoingMessage webhookPaused(String host) {
        return new Layout().line(words.html(Phrase.WEBHOOK_PAUSED, host)).message();
    }

    private OutgoingMessage drafts(Phrase heading, List<Reply.DraftLine> drafts) {
        var layout = new Layout().line(words.html(heading));
        for (var draft : drafts) {
            var title = draft.title().isEmpty() ? words.plain(Phrase.DRAFT_UNTITLED) : draft.title();
            var form = draft.form().title().in(words.language());
            var what = draft.corrects() ? words.plain(Phrase.CORRECTING, form) : form;
            layout.row(Layout.menu(Wording.shorten(title + " · " + what, 48), OnMenu.OPEN, Long.toString(draft.id())));
        }
        return layout.message();
    }

    OutgoingMessage signIn(Reply.SignIn signIn) {
        return new Layout()
                .line(words.html(Phrase.SIGN_IN, signIn.life().toMinutes()))
                .link(words.plain(Phrase.SIGN_IN_BUTTON), signIn.url())
                .message();
    }

    OutgoingMessage plain(Phrase phrase, Object... filled) {
        return new Layout().line(words.html(phrase, filled)).message();
    }
}
