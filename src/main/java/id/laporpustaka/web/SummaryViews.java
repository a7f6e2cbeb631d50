package id.laporpustaka.web;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.summary.Coverage;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.SilentLibrary;
import id.laporpustaka.summary.Totals;
import id.laporpustaka.web.SummaryView.Bar;
import id.laporpustaka.web.SummaryView.Change;
import id.laporpustaka.web.SummaryView.Choice;
import id.laporpustaka.web.SummaryView.Direction;
import id.laporpustaka.web.SummaryView.Figure;
import id.laporpustaka.web.SummaryView.League;
import id.laporpustaka.web.SummaryView.Part;
import id.laporpustaka.web.SummaryView.Silent;
import id.laporpustaka.web.SummaryView.Split;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Words what the summary page found out, for one request.
final class SummaryViews {
    private final Frame frame;
    private final Words words;
    private final SummaryCharts charts;
    private final Visitor visitor;
    private final LocalDate today;

    SummaryViews(Frame frame, FormLabels labels, Visitor visitor, LocalDate today) {
        this.frame = frame;
        this.words = frame.words();
        this.charts = new SummaryCharts(frame, labels, visitor);
        this.visitor = visitor;
        this.today = today;
    }

    SummaryView view(
            SummaryParameters parameters, SummaryAddress asked, RegionPicker picker, SummaryFindings findings) {
        var period = parameters.period();
        var summary = findings.summary();
        return new SummaryView(
                periodWithNote(period),
                findings.place().map(Region::title).orElseGet(this::wholeScope),
                picker,
                new SummaryPeriods(frame, today)
                        .choices(period, other -> asked.during(other).address()),
                Stream.of(Comparison.values())
                        .map(other -> new Choice(
                                words.text("summary.compare." + other.name().toLowerCase(Locale.ROOT)),
                                frame.link(asked.comparing(other).address()),
                                other == asked.comparison()))
                        .toList(),
                period.from().toString(),
                period.to().toString(),
                parameters.region().map(Region::code).orElse(""),
                new SummaryPeriods(frame, today).problems(parameters),
                figures(summary.totals(), findings.before(), asked.comparison().of(period)),
                split(summary.totals(), summary.libraries()),
                coverage(summary.coverage(), findings.silent(), board(period, parameters.region())),
                reports(period, parameters.region()),
                league(findings, parameters.region()),
                new TileMaps(frame, visitor)
                        .of(
                                findings,
                                asked.measure(),
                                other -> asked.mapping(other).address(),
                                region -> asked.in(Optional.of(region)).address()),
                charts.months(findings),
                charts.all(asked, findings));
    }

    private String reports(Period period, Optional<Region> region) {
        return Permissions.mayDoSomewhere(visitor.actor(), Action.SEE_REPORTS)
                ? frame.link(Addresses.reports(period, region.map(Region::code)))
                : "";
    }

    private Optional<League> league(SummaryFindings findings, Optional<Region> region) {
        var libraries =
                findings.league().values().stream().mapToInt(count -> count).sum();
        if (libraries == 0) {
            return Optional.empty();
        }
        return findings.run()
                .map(run -> new League(
                        words.text("league.text", libraries, Integer.toString(run.year()), run.rules()),
                        new Medals(frame).of(findings.league(), region.map(Region::code), run.year()),
                        frame.link(Addresses.with(
                                StandingRoutes.PATH,
                                SummaryParameters.REGION,
                                region.map(Region::code).orElse("")))));
    }

    private String wholeScope() {
        return switch (visitor.scope()) {
            case Scope.Everything() -> words.text("summary.indonesia");
            case Scope.Parts(var _, var _) -> words.text("summary.own_scope");
        };
    }

    private String periodWithNote(Period period) {
        var unfinished = !today.isBefore(period.from()) && today.isBefore(period.to());
        return unfinished
                ? words.text("summary.unfinished", words.period(period), words.date(today))
                : words.period(period);
    }

    private List<Figure> figures(Totals totals, Totals before, Period period) {
        if (totals.reports() == 0) {
            return List.of();
        }
        return List.of(
                figure("summary.reports", totals.reports(), before.reports(), period),
                figure("summary.sessions", totals.sessions(), before.sessions(), period),
                figure("summary.participants", totals.participants(), before.participants(), period),
                disabled(totals, before, period));
    }

    /// A change is as telling as the number itself.
    private Figure disabled(Totals totals, Totals before, Period period) {
        var now = totals.disabledShown();
        var then = before.disabledShown();
        if (now.isPresent() && then.isPresent()) {
            return figure("summary.disabled", now.getAsLong(), then.getAsLong(), period);
        }
        var value = now.isPresent() ? words.number(now.getAsLong()) : words.text("summary.few", Totals.FEWEST_SHOWN);
        return new Figure(words.text("summary.disabled"), value, Optional.empty());
    }

    private Figure figure(String key, long now, long before, Period period) {
        var name = words.period(period);
        var change = now == before
                ? new Change(Direction.SAME, words.text("summary.same", name))
                : now > before
                        ? new Change(Direction.UP, words.text("summary.up", now - before, before, name))
                        : new Change(Direction.DOWN, words.text("summary.down", before - now, before, name));
        return new Figure(words.text(key), words.number(now), Optional.of(change));
    }

    private Optional<Split> split(Totals totals, int libraries) {
        var whole = totals.participants();
        if (whole == 0) {
            return Optional.empty();
        }
        var unsaid = Math.max(0, whole - totals.male() - totals.female());
        var parts = new ArrayList<Part>();
        addPart(parts, words.text("summary.male"), totals.male(), whole, 1);
        addPart(parts, words.text("summary.female"), totals.female(), whole, 2);
        addPart(parts, words.text("summary.sex_unsaid"), unsaid, whole, 3);
        return Optional.of(new Split(words.text("summary.people.text", whole, libraries), List.copyOf(parts)));
    }

    private void addPart(List<Part> parts, String label, long count, long whole, int shade) {
        if (count > 0) {
            var begin = parts.stream().mapToDouble(Part::width).sum();
            var share = (double) count / whole;
            parts.add(new Part(label, words.number(count), words.percent(share), begin, 100 * share, shade));
        }
    }

    private String board(Period period, Optional<Region> region) {
        return frame.link(Addresses.with(
                BoardRoutes.PATH,
                BoardRoutes.MONTH,
                YearMonth.from(period.to()).toString(),
                SummaryParameters.REGION,
                region.map(Region::code).orElse("")));
    }

    /// @param board where all libraries are listed
    private SummaryView.Coverage coverage(Coverage coverage, List<SilentLibrary> silent, String board) {
        var partners = coverage.partners();
        if (partners == 0) {
            return new SummaryView.Coverage(
                    words.text("summary.coverage.none"), List.of(), List.of(), "", "", words.text("summary.invite"));
        }
        var notReported = partners - coverage.reported();
        return new SummaryView.Coverage(
                words.text(
                        "summary.coverage.text",
                        coverage.reported(),
                        partners,
                        words.percent((double) coverage.reported() / partners)),
                List.of(
                        step("summary.partners", partners, partners),
                        step("summary.joined", coverage.joined(), partners),
                        step("summary.reported", coverage.reported(), partners)),
                silent.stream().map(this::silent).toList(),
                words.text("summary.silent", notReported),
                silent.isEmpty() && notReported > 0 ? board : "",
                coverage.joined() < partners ? words.text("summary.invite") : "");
    }

    private Bar step(String key, int count, int whole) {
        return new Bar(words.text(key), "", words.number(count), "", 100.0 * count / whole);
    }

    private Silent silent(SilentLibrary silent) {
        var note = !silent.joined()
                ? words.text("summary.silent.not_joined")
                : silent.lastReport()
                        .map(date -> words.text("summary.silent.last", words.date(date)))
                        .orElseGet(() -> words.text("summary.silent.never"));
        var library = silent.library();
        return new Silent(library.name(), library.region().title(), note);
    }
}
