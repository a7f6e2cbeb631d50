package id.laporpustaka.web;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.AuditFilter;
import id.laporpustaka.people.AuditLine;
import id.laporpustaka.people.Directory;
import id.laporpustaka.people.Invite;
import id.laporpustaka.people.Invites;
import id.laporpustaka.people.LibraryKeeping;
import id.laporpustaka.people.LibraryMember;
import id.laporpustaka.people.LibraryMembers;
import id.laporpustaka.people.Page;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Npp;
import id.laporpustaka.submission.Submissions;
import io.javalin.http.Context;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Gathers and words what the page of one library shows to a visitor.
final class LibraryViews {
    /// How many of them can be chosen to be printed.
    private static final int MONTHS = 24;

    private static final int YEARS = 5;

    private final Desk desk;
    private final Frame frame;
    private final Visitor visitor;
    private final FoundLibrary found;
    private final DirectoryWords words;

    LibraryViews(Desk desk, Frame frame, Visitor visitor, FoundLibrary found) {
        this.desk = desk;
        this.frame = frame;
        this.visitor = visitor;
        this.found = found;
        this.words = new DirectoryWords(frame);
    }

    LibraryView view(Context context) {
        var members = may(Action.SEE_PEOPLE)
                ? new LibraryMembers(desk.db()).list(Desk.scope(visitor, Action.SEE_PEOPLE), found.id())
                : List.<LibraryMember>of();
        var invites = may(Action.INVITE_REPORTER)
                ? new Invites(desk.db())
                        .listOpen(Scope.ofLibrary(found.id()), 0, desk.now())
                        .rows()
                : List.<Invite>of();
        var history = new Directory(desk.db())
                .historyOfLibrary(
                        Desk.scope(visitor, Action.SEE_HISTORY), found.id(), Desk.page(context, LibraryRoutes.HISTORY));
        return new LibraryView(
                found.name(),
                found.place().title(),
                desk.notice(context, frame, visitor, AuditFilter.all().ofLibrary(found.id())),
                found.library().active() ? "" : frame.text("library.inactive"),
                merged(),
                facts(),
                may(Action.SEE_SUMMARY) ? new LibraryStandings(desk, frame).find(found.id()) : Optional.empty(),
                may(Action.SEE_PEOPLE),
                frame.text(
                        "library.reporter_count",
                        found.line().reporters(),
                        found.line().waiting()),
                members.stream()
                        .filter(member -> !member.accepted())
                        .map(this::member)
                        .toList(),
                members.stream()
                        .filter(LibraryMember::accepted)
                        .map(this::member)
                        .toList(),
                new InviteRows(desk, frame, visitor).of(invites),
                addresses(),
                reports(Desk.page(context, LibraryRoutes.REPORTS)),
                documents(),
                history(history),
                Pager.of(history, frame, found.address(), LibraryRoutes.HISTORY));
    }

    private List<LibraryView.Link> merged() {
        var links = new ArrayList<LibraryView.Link>();
        new LibraryKeeping(desk.db())
                .findMergedInto(found.id())
                .ifPresent(into -> desk.findLibrary(Desk.scope(visitor, Action.SEE_LIBRARIES), into)
                        .ifPresent(kept -> links.add(new LibraryView.Link(kept.name(), frame.link(kept.address())))));
        return links;
    }

    private List<LibraryView.Fact> facts() {
        var library = found.library();
        var facts = new ArrayList<LibraryView.Fact>();
        facts.add(fact("library.type", words.type(library.type())));
        facts.add(fact("library.scheme", words.scheme(library.scheme())));
        facts.add(new LibraryView.Fact(
                frame.text("library.npp"),
                library.npp().orElse("–"),
                library.npp()
                        .flatMap(Npp::find)
                        .filter(npp -> !npp.agreesWith(found.regionCode()))
                        .map(_ -> frame.text("library.npp.elsewhere"))
                        .orElse("")));
        facts.add(fact("library.code", found.regionCode()));
        facts.add(fact(
                "library.last",
                found.line().lastReport().map(frame.words()::month).orElseGet(() -> frame.text("library.last.never"))));
        return facts;
    }

    private LibraryView.Fact fact(String key, String value) {
        return new LibraryView.Fact(frame.text(key), value, "");
    }

    private LibraryView.Member member(LibraryMember member) {
        var notes = new ArrayList<String>();
        if (member.unreachable()) {
            notes.add(frame.text("person.unreachable"));
        }
        if (!member.accepted() && member.proposed()) {
            notes.add(frame.text("library.proposed"));
        }
        if (member.waitingReports() > 0) {
            notes.add(frame.text("library.waiting_reports", member.waitingReports()));
        }
        var mayEnd = member.accepted() && may(Action.REMOVE_REPORTER);
        var base = found.address() + LibraryRoutes.REPORTERS + member.personId();
        return new LibraryView.Member(
                Typed.harmless(member.name()),
                member.accepted() ? frame.link(Desk.PEOPLE + "/" + member.personId()) : "",
                words.member(member.role()),
                frame.text(member.accepted() ? "library.since" : "library.asked", desk.date(frame, member.since())),
                notes,
                !member.accepted() && may(Action.DECIDE_JOIN)
                        ? frame.link(found.address() + LibraryRoutes.REQUESTS + member.membershipId())
                        : "",
                mayEnd ? frame.link(base + LibraryRoutes.END) : "",
                mayEnd && found.library().active() ? frame.link(base + HandOverRoutes.HAND_OVER) : "");
    }

    private LibraryView.Addresses addresses() {
        var active = found.library().active();
        var isMerged = new LibraryKeeping(desk.db()).findMergedInto(found.id()).isPresent();
        var switching = may(Action.DEACTIVATE_LIBRARY) ? frame.link(found.address() + LibraryRoutes.ACTIVE) : "";
        return new LibraryView.Addresses(
                !isMerged && may(Action.EDIT_LIBRARY) ? frame.link(found.address() + LibraryFormRoutes.EDIT) : "",
                !isMerged && may(Action.MERGE_LIBRARIES) ? frame.link(found.address() + MergeRoutes.MERGE) : "",
                active && may(Action.INVITE_REPORTER) ? frame.link(found.address() + InviteRoutes.INVITE) : "",
                active && Permissions.mayGiveFor(visitor.actor(), Set.of(found.regionCode()))
                        ? frame.link(found.address() + FacilitatorRoutes.FACILITATOR)
                        : "",
                active || isMerged ? "" : switching,
                active ? switching : "");
    }

    private ReportListView reports(int number) {
        var scope = Desk.scope(visitor, Action.SEE_REPORTS);
        var submissions = new Submissions(desk.db());
        var page = new Page<>(
                submissions.listOfLibrary(scope, found.id(), Page.SIZE, number * Page.SIZE),
                number,
                submissions.countOfLibrary(scope, found.id()));
        var labels = new ReportLabels(desk.parts().forms().get(), frame.words().language());
        return new ReportListView(
                page.total() == 0 ? "" : frame.text("library.reports.total", page.total()),
                page.rows().stream()
                        .map(report -> ReportRow.inLibrary(report, frame, labels))
                        .toList(),
                Pager.of(page, frame, found.address(), LibraryRoutes.REPORTS),
                page.rows().isEmpty() ? frame.text(number > 0 ? "directory.no_page" : "library.reports.none") : "");
    }

    private LibraryView.Documents documents() {
        if (!may(Action.SEE_REPORTS)) {
            return new LibraryView.Documents("", List.of(), List.of());
        }
        var now = YearMonth.from(desk.now().atZone(desk.settings().zone()));
        return new LibraryView.Documents(
                found.address() + ReportPdfRoutes.BOOK,
                IntStream.range(0, MONTHS)
                        .mapToObj(now::minusMonths)
                        .map(month -> new LibraryView.Option(
                                month.toString(), frame.words().month(month)))
                        .toList(),
                IntStream.range(0, YEARS)
                        .mapToObj(back -> Integer.toString(now.getYear() - back))
                        .map(year -> new LibraryView.Option(year, year))
                        .toList());
    }

    private List<LibraryView.HistoryRow> history(Page<AuditLine> lines) {
        return lines.rows().stream()
                .map(line -> new LibraryView.HistoryRow(desk.date(frame, line.at()), words.history(line)))
                .toList();
    }

    private boolean may(Action action) {
        return Permissions.mayDo(visitor.actor(), action, found.id(), found.regionCode());
    }
}
