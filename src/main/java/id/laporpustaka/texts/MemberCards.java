package id.laporpustaka.texts;

import id.laporpustaka.conversation.JoinRequest;
import id.laporpustaka.conversation.JoinRequestPage;
import id.laporpustaka.conversation.Press;
import id.laporpustaka.conversation.Press.OnMember;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.outbox.Button;
import id.laporpustaka.outbox.OutgoingMessage;
import java.util.ArrayList;

/// Who wants to report, for those who decide, and what was decided, for those who asked.
final class MemberCards {
    private static final int LONGEST_LABEL = 60;

    private final Wording words;

    MemberCards(Wording words) {
        this.words = words;
    }

    OutgoingMessage asked(Reply.JoinAsked asked) {
        var request = asked.request();
        var id = Long.toString(request.membership());
        var layout = person(request);
        if (asked.refusing()) {
            return layout.paragraph(words.html(Phrase.JOIN_REFUSE_ASK))
                    .row(
                            button(words.plain(Phrase.JOIN_REFUSE_YES), OnMember.REFUSE_YES, id),
                            button(words.plain(Phrase.JOIN_REFUSE_NO), OnMember.SHOW, id))
                    .message();
        }
        return layout.row(
                        button(words.plain(Phrase.JOIN_ACCEPT), OnMember.ACCEPT, id),
                        button(words.plain(Phrase.JOIN_REFUSE), OnMember.REFUSE, id))
                .row(button(words.plain(Phrase.JOIN_ASK), OnMember.ASK, id))
                .message();
    }

    private Layout person(JoinRequest request) {
        var layout = new Layout()
                .line(words.html(
                        Phrase.JOIN_REQUEST,
                        request.personName(),
                        words.plain(JoinCards.phrase(request.role())),
                        request.libraryName(),
                        request.libraryTitle()));
        if (request.isNew()) {
            layout.line(words.html(Phrase.JOIN_REQUEST_NEW));
        }
        if (request.reports() > 0) {
            layout.line(words.html(Phrase.JOIN_REQUEST_REPORTS, request.reports()));
        }
        return layout;
    }

    OutgoingMessage decided(JoinRequest request) {
        var layout = person(request);
        if (request.status() == JoinRequest.Status.ACCEPTED) {
            layout.row(button(words.plain(Phrase.MEMBER_END), OnMember.END, Long.toString(request.membership())));
        }
        return layout.paragraph(
                        switch (request.status()) {
                            case WAITING -> words.html(Phrase.JOIN_STILL_WAITING);
                            case ACCEPTED ->
                                request.decidedBy().isEmpty()
                                        ? words.html(Phrase.JOIN_INVITED)
                                        : words.html(Phrase.JOIN_ACCEPTED, request.decidedBy());
                            case REFUSED -> words.html(Phrase.JOIN_REFUSED, request.decidedBy());
                            case LEFT -> words.html(Phrase.JOIN_LEFT);
                        })
                .message();
    }

    OutgoingMessage reallyEnd(JoinRequest request) {
        var id = Long.toString(request.membership());
        return new Layout()
                .line(words.html(Phrase.MEMBER_END_ASK, request.personName(), request.libraryName()))
                .row(
                        button(words.plain(Phrase.MEMBER_END_YES), OnMember.END_YES, id),
                        button(words.plain(Phrase.BACK), OnMember.SHOW, id))
                .message();
    }

    OutgoingMessage decision(JoinRequest request) {
        return switch (request.status()) {
            case ACCEPTED ->
                new Layout()
                        .line(words.html(Phrase.DECISION_ACCEPTED, request.libraryName()))
                        .row(Layout.menu(words.plain(Phrase.JOINED_REPORT), Press.OnMenu.REPORT, ""))
                        .message();
            case LEFT ->
                new Layout()
                        .line(words.html(Phrase.DECISION_ENDED, request.libraryName()))
                        .row(Layout.button(words.plain(Phrase.JOIN_BEGIN), new Press.OfJoin(Press.OnJoin.BEGIN, "")))
                        .message();
            case WAITING, REFUSED ->
                new Layout()
                        .line(words.html(Phrase.DECISION_REFUSED, request.libraryName()))
                        .row(Layout.button(words.plain(Phrase.JOIN_BEGIN), new Press.OfJoin(Press.OnJoin.BEGIN, "")))
                        .message();
        };
    }

    OutgoingMessage members(JoinRequestPage page) {
        var everybody = Layout.button(words.plain(Phrase.PEOPLE_ALL), new Press.OfPerson(Press.OnPerson.LIST, "0"));
        if (page.all() == 0) {
            return new Layout()
                    .line(words.html(Phrase.MEMBERS_NONE))
                    .row(everybody)
                    .message();
        }
        var layout = new Layout().line(words.html(Phrase.MEMBERS_WAITING, page.all()));
        for (var request : page.requests()) {
            layout.row(button(
                    Wording.shorten(request.personName() + " · " + request.libraryName(), LONGEST_LABEL),
                    OnMember.SHOW,
                    Long.toString(request.membership())));
        }
        var turning = new ArrayList<Button>();
        if (page.page() > 0) {
            turning.add(button(words.plain(Phrase.PREVIOUS_PAGE), OnMember.LIST, Integer.toString(page.page() - 1)));
        }
        if ((page.page() + 1) * JoinRequestPage.SIZE < page.all()) {
            turning.add(button(words.plain(Phrase.NEXT_PAGE), OnMember.LIST, Integer.toString(page.page() + 1)));
        }
        return layout.row(turning).row(everybody).message();
    }

    OutgoingMessage askForWords(Reply.AskForWords asked) {
        return new Layout()
                .line(
                        asked.toJoiner()
                                ? words.html(
                                        Phrase.JOIN_WRITE_QUESTION,
                                        asked.request().personName())
                                : words.html(Phrase.JOIN_WRITE_ANSWER))
                .message();
    }

    OutgoingMessage passedOn(Reply.PassedOn passed) {
        return new Layout()
                .line(
                        passed.toJoiner()
                                ? words.html(
                                        Phrase.JOIN_QUESTION_SENT,
                                        passed.request().personName())
                                : words.html(Phrase.JOIN_ANSWER_SENT))
                .message();
    }

    OutgoingMessage asked(Reply.Asked asked) {
        var request = asked.request();
        var id = Long.toString(request.membership());
        var layout = new Layout()
                .line(words.html(
                        asked.toJoiner() ? Phrase.JOIN_QUESTION : Phrase.JOIN_ANSWER,
                        asked.from(),
                        request.libraryName()))
                .paragraph(Html.of(asked.text()));
        return asked.toJoiner()
                ? layout.row(button(words.plain(Phrase.JOIN_REPLY), OnMember.ANSWER, id))
                        .message()
                : layout.row(button(words.plain(Phrase.JOIN_SHOW_REQUEST), OnMember.SHOW, id))
                        .message();
    }

    private static Button button(String label, OnMember verb, String argument) {
        return Layout.button(label, new Press.OfMember(verb, argument));
    }
}
