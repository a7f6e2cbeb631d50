package id.laporpustaka.web;

import id.laporpustaka.people.Action;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.summary.score.Colour;
import id.laporpustaka.summary.score.Measure;
import id.laporpustaka.summary.score.Rulebook;
import id.laporpustaka.summary.score.Score;
import id.laporpustaka.summary.score.ScorePeriod;
import id.laporpustaka.summary.score.ScoreRules;
import id.laporpustaka.summary.score.ScoreVersion;
import id.laporpustaka.summary.score.Scores;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The rules of the score, for those who answer for them: what is in force, a new version with a look at what it would
/// change, and all versions with their differences.
final class ScoreRulesRoutes {
    static final String PATH = "/rapor/aturan";

    /// Names of fields.
    static final String READ = "read";
    static final String DEED = "deed";
    static final String PUBLISH = "publish";
    static final String LOOK = "look";

    private final Desk desk;

    ScoreRulesRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.NATIONAL, this::show);
        routes.guarded(HandlerType.POST, PATH, Access.NATIONAL, this::post);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(desk.now(), desk.settings().zone());
    }

    private static void check(Visitor visitor) {
        if (!Permissions.mayDoEverywhere(visitor.actor(), Action.MANAGE_SCORE)) {
            throw Desk.notFound();
        }
    }

    private void show(Context context, Visitor visitor) {
        check(visitor);
        var frame = desk.frame(context);
        var version = new Rulebook(desk.db()).inForce(today().getYear());
        desk.show(
                context,
                "score_rules.jte",
                frame,
                view(
                        frame,
                        version,
                        Notice.find(Desk.typed(context, Notice.PARAMETER))
                                .filter(notice -> notice == Notice.SCORE_PUBLISHED)
                                .map(notice -> frame.text(notice.key()))
                                .orElse(""),
                        ScoreRulesForm.write(version.rules(), today().getYear()),
                        Map.of(),
                        List.of()));
    }

    private void post(Context context, Visitor visitor) {
        check(visitor);
        var frame = desk.frame(context);
        var version = new Rulebook(desk.db()).inForce(today().getYear());
        var typed = new HashMap<String, String>();
        context.formParamMap().keySet().forEach(name -> typed.put(name, Desk.typed(context, name)));
        var form = new ScoreRulesForm(frame, version.rules());
        var rules = form.read(name -> typed.getOrDefault(name, ""));
        var problems = new HashMap<>(form.problems());
        var isOld = !Desk.typed(context, READ).equals(newest());
        if (isOld) {
            problems.put("", frame.text("score.problem.old"));
        }
        if (!problems.isEmpty() || rules.isEmpty()) {
            desk.refuse(context, "score_rules.jte", frame, view(frame, version, "", typed, problems, List.of()));
            return;
        }
        if (!Desk.typed(context, DEED).equals(PUBLISH)) {
            desk.show(
                    context,
                    "score_rules.jte",
                    frame,
                    view(frame, version, "", typed, Map.of(), preview(frame, version.rules(), rules.get())));
            return;
        }
        var by = Desk.by(context, visitor);
        desk.parts().database().useTransaction(db -> new Rulebook(db).publish(by, rules.get()));
        desk.goTo(context, Notice.SCORE_PUBLISHED.at(PATH));
    }

    private String newest() {
        return Long.toString(new Rulebook(desk.db()).listAll().getFirst().id());
    }

    /// How many libraries of the whole country would have another colour this year so far.
    private List<String> preview(Frame frame, ScoreRules before, ScoreRules after) {
        var period = ScorePeriod.ofYear(today().getYear());
        var scores = new Scores(desk.db());
        var old = scores.list(new Scope.Everything(), Optional.empty(), before, period, today());
        var isCountedAlike = before.mostADay() == after.mostADay() && before.mostSessions() == after.mostSessions();
        var now = isCountedAlike ? old : scores.list(new Scope.Everything(), Optional.empty(), after, period, today());
        var changes = new TreeMap<String, Integer>();
        var changed = 0;
        for (var i = 0; i < Math.min(old.size(), now.size()); i++) {
            var from = Score.of(before, old.get(i).figures()).colour();
            var to = Score.of(after, now.get(i).figures()).colour();
            if (from != to) {
                changed++;
                changes.merge(
                        frame.text("score.preview.change", colour(frame, from), colour(frame, to)), 1, Integer::sum);
            }
        }
        var lines = new ArrayList<String>();
        lines.add(frame.text("score.preview", changed, old.size()));
        changes.forEach(
                (change, count) -> lines.add(change + ": " + frame.words().number(count)));
        return lines;
    }

    private static String colour(Frame frame, Colour colour) {
        return frame.text("score.colour." + colour.name().toLowerCase(Locale.ROOT));
    }

    private ScoreRulesView view(
            Frame frame,
            ScoreVersion inForce,
            String notice,
            Map<String, String> typed,
            Map<String, String> problems,
            List<String> preview) {
        var all = new Rulebook(desk.db()).listAll();
        var rows = inForce.rules().countings().stream()
                .map(counting -> new ScoreRulesView.Row(
                        counting.indicator().name(),
                        frame.text(
                                "score.indicator." + counting.indicator().name().toLowerCase(Locale.ROOT)),
                        frame.text(
                                counting.measure() == Measure.REGULAR_MONTHS
                                        ? "score.unit.share"
                                        : counting.months() == 1 ? "score.unit.month" : "score.unit.quarter")))
                .toList();
        var groups = Arrays.stream(LibraryType.values())
                .map(type -> new ScoreRulesView.Group(
                        type.name(),
                        new DirectoryWords(frame).type(type),
                        type == ScoreRulesForm.FIRST ? "" : ScoreRulesForm.same(type)))
                .toList();
        var versions = new ArrayList<ScoreRulesView.Version>();
        for (var i = 0; i < all.size(); i++) {
            var version = all.get(i);
            versions.add(new ScoreRulesView.Version(
                    frame.text(
                            "score.version",
                            Long.toString(version.id()),
                            Integer.toString(version.rules().year()),
                            version.rules().label()),
                    frame.words()
                                    .date(LocalDate.ofInstant(
                                            version.publishedAt(),
                                            desk.settings().zone())) + " · "
                            + version.publishedBy().orElseGet(() -> frame.text("history.product")),
                    i + 1 < all.size() ? changes(frame, rows, all.get(i + 1).rules(), version.rules()) : List.of()));
        }
        return new ScoreRulesView(
                notice,
                frame.text("score.in_force", Integer.toString(today().getYear()), Long.toString(inForce.id())),
                Long.toString(all.getFirst().id()),
                groups,
                rows,
                typed,
                problems,
                preview,
                versions);
    }

    /// What one version has otherwise than another, field by field.
    private static List<String> changes(
            Frame frame, List<ScoreRulesView.Row> rows, ScoreRules before, ScoreRules after) {
        var old = ScoreRulesForm.write(before, before.year());
        var now = ScoreRulesForm.write(after, after.year());
        var changes = new ArrayList<String>();
        for (var field : List.of(
                ScoreRulesForm.YEAR,
                ScoreRulesForm.LABEL,
                ScoreRulesForm.GREEN,
                ScoreRulesForm.YELLOW,
                ScoreRulesForm.DAY,
                ScoreRulesForm.SESSIONS)) {
            add(changes, frame, frame.text("score." + field), field, old, now);
        }
        for (var row : rows) {
            for (var group : LibraryType.values()) {
                if (ScoreRulesForm.isSame(before, group) && ScoreRulesForm.isSame(after, group)) {
                    continue;
                }
                var of = " · " + new DirectoryWords(frame).type(group);
                add(
                        changes,
                        frame,
                        row.label() + of + " · " + frame.text("score.target"),
                        ScoreRulesForm.target(row.indicator(), group.name()),
                        old,
                        now);
                add(
                        changes,
                        frame,
                        row.label() + of + " · " + frame.text("score.weight"),
                        ScoreRulesForm.weight(row.indicator(), group.name()),
                        old,
                        now);
            }
        }
        return changes;
    }

    private static void add(
            List<String> changes,
            Frame frame,
            String label,
            String field,
            Map<String, String> old,
            Map<String, String> now) {
        var from = old.getOrDefault(field, "");
        var to = now.getOrDefault(field, "");
        if (!from.equals(to)) {
            changes.add(frame.text("score.change", label, from, to));
        }
    }
}
