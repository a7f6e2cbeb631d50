package id.laporpustaka.texts;

import id.laporpustaka.conversation.InviteFound;
import id.laporpustaka.conversation.JoinProblem;
import id.laporpustaka.conversation.JoinQuestion;
import id.laporpustaka.conversation.Joining;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnJoin;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.conversation.VillagePage;
import id.laporpustaka.form.Language;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The questions to those who join.
final class JoinCards {
    private static final int LONGEST_LABEL = 60;

    private final Wording words;

    JoinCards(Wording words) {
        this.words = words;
    }

    OutgoingMessage question(Reply.Join join) {
        var layout = new Layout();
        told(join.joining()).forEach(layout::line);
        join.problem()
                .ifPresent(problem -> layout.paragraph(
                        words.html(Phrase.PROBLEM, problem(problem).source())));
        return switch (join.question()) {
            case JoinQuestion.Village question -> village(layout, question, join);
            case JoinQuestion.Villages(var page) -> villages(layout, page);
            case JoinQuestion.Libraries(var libraries) ->
                libraries(layout.paragraph(words.html(Phrase.JOIN_LIBRARIES)), libraries, Phrase.JOIN_OTHER_LIBRARY);
            case JoinQuestion.Similar(var name, var libraries) ->
                libraries(
                        layout.paragraph(words.html(Phrase.JOIN_SIMILAR, name)), libraries, Phrase.JOIN_NONE_OF_THESE);
            case JoinQuestion.LibraryName() -> end(layout.paragraph(words.html(Phrase.JOIN_LIBRARY_NAME)));
            case JoinQuestion.Type() ->
                end(layout.paragraph(words.html(Phrase.JOIN_TYPE))
                        .packed(types(join.joining()).map(this::type).toList()));
            case JoinQuestion.HowJoined() ->
                end(layout.paragraph(words.html(Phrase.JOIN_SCHEME))
                        .packed(Stream.of(Scheme.values())
                                .map(scheme -> button(words.plain(phrase(scheme)), OnJoin.SCHEME, scheme.name()))
                                .toList()));
            case JoinQuestion.Npp() ->
                end(layout.paragraph(words.html(Phrase.JOIN_NPP))
                        .row(button(words.plain(Phrase.SKIP), OnJoin.NO_NPP, "")));
            case JoinQuestion.PersonName(var suggested) ->
                end(layout.paragraph(words.html(Phrase.JOIN_NAME))
                        .row(button(Wording.shorten(suggested, LONGEST_LABEL), OnJoin.NAME, "")));
            case JoinQuestion.Role() ->
                end(layout.paragraph(words.html(Phrase.JOIN_ROLE))
                        .packed(Stream.of(MemberRole.values())
                                .map(role -> button(words.plain(phrase(role)), OnJoin.ROLE, role.name()))
                                .toList()));
            case JoinQuestion.Consent(var version) ->
                end(layout.paragraph(words.html(Phrase.PRIVACY))
                        .paragraph(words.html(Phrase.PRIVACY_ASK))
                        .row(button(words.plain(Phrase.PRIVACY_AGREE), OnJoin.AGREE, version)));
        };
    }

    private Stream<Html> told(Joining joining) {
        var told = new ArrayList<String>();
        joining.invite()
                .ifPresent(invited -> told.add(invited.role()
                        .map(role -> words.plain(phrase(role)) + " · " + invited.what())
                        .orElseGet(invited::what)));
        joining.library().ifPresent(library -> told.add(library.name()));
        joining.proposed().flatMap(Joining.Proposed::name).ifPresent(told::add);
        joining.village().ifPresent(village -> told.add(village.title()));
        joining.proposed().flatMap(Joining.Proposed::type).ifPresent(type -> told.add(words.plain(phrase(type))));
        joining.proposed().flatMap(Joining.Proposed::scheme).ifPresent(scheme -> told.add(words.plain(phrase(scheme))));
        joining.name().ifPresent(told::add);
        joining.role().ifPresent(role -> told.add(words.plain(phrase(role))));
        return told.stream().map(line -> words.html(Phrase.OK, line));
    }

    private OutgoingMessage village(Layout layout, JoinQuestion.Village question, Reply.Join join) {
        if (question.first()) {
            layout.line(words.html(Phrase.JOIN_WELCOME)).paragraph(words.html(Phrase.JOIN_VILLAGE));
            return layout.paragraph(words.html(Phrase.JOIN_ID, join.telegramId()))
                    .row(
                            Layout.menu("Bahasa Indonesia", Press.OnMenu.LANGUAGE, Language.INDONESIAN.code()),
                            Layout.menu("English", Press.OnMenu.LANGUAGE, Language.ENGLISH.code()))
                    .message();
        }
        for (var library : question.present()) {
            layout.line(words.html(
                    library.accepted() ? Phrase.JOIN_PRESENT : Phrase.JOIN_PRESENT_WAITING, library.libraryName()));
            layout.row(Layout.menu(
                    Wording.shorten(library.libraryName(), LONGEST_LABEL),
                    Press.OnMenu.MINE,
                    Long.toString(library.libraryId())));
        }
        return layout.paragraph(words.html(question.present().isEmpty() ? Phrase.JOIN_VILLAGE : Phrase.JOIN_ANOTHER))
                .row(button(words.plain(Phrase.CANCEL), OnJoin.STOP, ""))
                .message();
    }

    private OutgoingMessage villages(Layout layout, VillagePage page) {
        layout.paragraph(words.html(Phrase.JOIN_VILLAGES));
        for (var village : page.villages()) {
            layout.row(button(
                    Wording.shorten(village.title(), LONGEST_LABEL), OnJoin.VILLAGE, Long.toString(village.id())));
        }
        var turning = new ArrayList<Button>();
        if (page.page() > 0) {
            turning.add(button(words.plain(Phrase.PREVIOUS_PAGE), OnJoin.PAGE, Integer.toString(page.page() - 1)));
        }
        if (page.more()) {
            turning.add(button(words.plain(Phrase.NEXT_PAGE), OnJoin.PAGE, Integer.toString(page.page() + 1)));
        }
        return end(layout.row(turning));
    }

    private OutgoingMessage libraries(Layout layout, List<Joining.Known> libraries, Phrase other) {
        for (var library : libraries) {
            layout.row(button(
                    Wording.shorten(library.name(), LONGEST_LABEL), OnJoin.LIBRARY, Long.toString(library.id())));
        }
        return end(layout.row(button(words.plain(other), OnJoin.OTHER, "")));
    }

    private OutgoingMessage end(Layout layout) {
        return layout.row(
                        button(words.plain(Phrase.BACK), OnJoin.BACK, ""),
                        button(words.plain(Phrase.CANCEL), OnJoin.STOP, ""))
                .message();
    }

    /// The likeliest first: a kelurahan has no library of a desa.
    private static Stream<LibraryType> types(Joining joining) {
        var ward = joining.village().filter(Joining.Village::ward).isPresent();
        return Stream.of(LibraryType.values()).filter(type -> type != (ward ? LibraryType.DESA : LibraryType.KEL));
    }

    private Button type(LibraryType type) {
        return button(words.plain(phrase(type)), OnJoin.TYPE, type.name());
    }

    private Html problem(JoinProblem problem) {
        return switch (problem) {
            case JoinProblem.NoSuchVillage(var typed) ->
                words.html(Phrase.JOIN_NO_VILLAGE, Wording.shorten(typed, LONGEST_LABEL));
            case JoinProblem.BadLibraryName() -> words.html(Phrase.JOIN_BAD_LIBRARY_NAME);
            case JoinProblem.BadNpp() -> words.html(Phrase.JOIN_BAD_NPP);
            case JoinProblem.BadName() -> words.html(Phrase.JOIN_BAD_NAME);
            case JoinProblem.ButtonWanted() -> words.html(Phrase.BUTTON_WANTED);
            case JoinProblem.BadInvite(var reason) -> words.html(phrase(reason));
        };
    }

    OutgoingMessage joined(Reply.Joined joined) {
        var layout = new Layout();
        if (joined.coordinates()) {
            layout.line(words.html(Phrase.JOINED_COORDINATOR, joined.what()));
        } else {
            layout.line(words.html(Phrase.JOINED, joined.what()));
            if (!joined.accepted()) {
                layout.paragraph(words.html(Phrase.JOINED_WAITING));
            }
            layout.row(Layout.menu(words.plain(Phrase.JOINED_REPORT), Press.OnMenu.REPORT, ""));
        }
        return layout.paragraph(words.html(Phrase.JOINED_HELP)).message();
    }

    OutgoingMessage stopped(boolean known) {
        var layout = new Layout().line(words.html(known ? Phrase.JOIN_STOPPED_KNOWN : Phrase.JOIN_STOPPED));
        return known
                ? layout.message()
                : layout.row(button(words.plain(Phrase.JOIN_BEGIN), OnJoin.BEGIN, ""))
                        .message();
    }

    static Phrase phrase(LibraryType type) {
        return switch (type) {
            case DESA -> Phrase.LIBRARY_TYPE_DESA;
            case KEL -> Phrase.LIBRARY_TYPE_KEL;
            case KEC -> Phrase.LIBRARY_TYPE_KEC;
            case KAB -> Phrase.LIBRARY_TYPE_KAB;
            case PROV -> Phrase.LIBRARY_TYPE_PROV;
            case TBM -> Phrase.LIBRARY_TYPE_TBM;
            case IBD -> Phrase.LIBRARY_TYPE_IBD;
            case PSN -> Phrase.LIBRARY_TYPE_PSN;
            case LAIN -> Phrase.LIBRARY_TYPE_LAIN;
        };
    }

    static Phrase phrase(Scheme scheme) {
        return switch (scheme) {
            case PENUH -> Phrase.SCHEME_PENUH;
            case BUKU -> Phrase.SCHEME_BUKU;
            case MANDIRI -> Phrase.SCHEME_MANDIRI;
            case BELUM -> Phrase.SCHEME_BELUM;
        };
    }

    static Phrase phrase(MemberRole role) {
        return switch (role) {
            case KEPALA -> Phrase.MEMBER_KEPALA;
            case PENGELOLA -> Phrase.MEMBER_PENGELOLA;
            case RELAWAN -> Phrase.MEMBER_RELAWAN;
            case PERANGKAT -> Phrase.MEMBER_PERANGKAT;
            case LAIN -> Phrase.MEMBER_LAIN;
        };
    }

    static Phrase phrase(Role role) {
        return switch (role) {
            case PIC_DESA -> Phrase.ROLE_PIC_DESA;
            case FASDA -> Phrase.ROLE_FASDA;
            case PIC_KAB -> Phrase.ROLE_PIC_KAB;
            case PIC_PROV -> Phrase.ROLE_PIC_PROV;
            case KONSULTAN -> Phrase.ROLE_KONSULTAN;
            case NASIONAL -> Phrase.ROLE_NASIONAL;
            case ADMIN -> Phrase.ROLE_ADMIN;
        };
    }

    private static Phrase phrase(InviteFound.Reason reason) {
        return switch (reason) {
            case UNKNOWN -> Phrase.INVITE_UNKNOWN;
            case EXPIRED -> Phrase.INVITE_EXPIRED;
            case USED_UP -> Phrase.INVITE_USED_UP;
            case REVOKED -> Phrase.INVITE_REVOKED;
            case TOO_MANY_TRIES -> Phrase.INVITE_TOO_MANY_TRIES;
        };
    }

    private static Button button(String label, OnJoin verb, String argument) {
        return Layout.button(label, new Press.OfJoin(verb, argument));
    }
}
