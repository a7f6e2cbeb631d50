package id.laporpustaka.intake;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.SummaryAnswer;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Reporting;
import id.laporpustaka.people.Scope;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.GroupKey;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.Summaries;
import id.laporpustaka.summary.SummaryQuery;
import id.laporpustaka.summary.Totals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// Answers a coordinator's question for a summary, within what that person may see at this moment.
final class SummaryWork {
    private final FormCatalogue forms;

    SummaryWork(FormCatalogue forms) {
        this.forms = forms;
    }

    SummaryAnswer summarise(DSLContext db, Job.Summarise asked) {
        var actor = Optional.ofNullable(
                new People(db).findActors(List.of(asked.telegramId())).get(asked.telegramId()));
        var scope = actor.map(Scope::of).orElseGet(Scope::nothing);
        var query = SummaryQuery.of(new Period(asked.from(), asked.to()), scope).by(groupBy(asked, actor));
        var summary = new Summaries(db).summarise(query);
        var rows = summary.rows();
        var lines = rows.stream()
                .limit(SummaryAnswer.MOST_LINES)
                .map(row -> line(row.key(), row.totals(), asked))
                .toList();
        return new SummaryAnswer(
                actor.map(SummaryWork::place).orElse(""),
                summary.totals(),
                summary.before(),
                summary.coverage(),
                lines,
                rows.size() - lines.size());
    }

    private static GroupBy groupBy(Job.Summarise asked, Optional<Actor> actor) {
        return switch (asked.grouping()) {
            case MONTH -> GroupBy.MONTH;
            case TYPE -> GroupBy.TYPE;
            case TOPIC -> GroupBy.TOPIC;
            case LIBRARY -> GroupBy.LIBRARY;
            case REGION -> partsOf(actor);
        };
    }

    /// The level below the largest region that the person coordinates.
    private static GroupBy partsOf(Optional<Actor> actor) {
        var levels = actor.stream()
                .flatMap(person -> person.duties().stream())
                .map(duty -> duty.region().map(Region::level))
                .collect(Collectors.toSet());
        if (levels.contains(Optional.<RegionLevel>empty())) {
            return GroupBy.PROVINCE;
        }
        if (levels.contains(Optional.of(RegionLevel.PROVINCE))) {
            return GroupBy.REGENCY;
        }
        return levels.contains(Optional.of(RegionLevel.REGENCY)) ? GroupBy.DISTRICT : GroupBy.VILLAGE;
    }

    private static String place(Actor actor) {
        if (Scope.of(actor) instanceof Scope.Everything) {
            return "Indonesia";
        }
        var regions = actor.duties().stream()
                .flatMap(duty -> duty.region().stream())
                .map(Region::title)
                .collect(Collectors.joining(", "));
        return !regions.isEmpty()
                ? regions
                : actor.reportsFor().stream().map(Reporting::libraryName).collect(Collectors.joining(", "));
    }

    private SummaryAnswer.Line line(GroupKey key, Totals totals, Job.Summarise asked) {
        var label = switch (key) {
            case GroupKey.OfMonth(var month) -> month.toString();
            case GroupKey.OfForm(var id) ->
                forms.findCurrent(id)
                        .map(form -> form.title().in(asked.language()))
                        .orElse(id);
            case GroupKey.OfChoice(var code) -> choice(code, asked.language());
            case GroupKey.OfStatus(var status) -> status.stored();
            case GroupKey.OfReporter(var _, var name) -> name.orElse("");
            case GroupKey.OfRegion(var region) -> region.title();
            case GroupKey.OfLibrary(var library) -> library.name();
        };
        return new SummaryAnswer.Line(label, totals.reports(), totals.participants());
    }

    /// The label of a topic in the first form that has it.
    private String choice(String code, Language language) {
        return forms.listCurrent().stream()
                .map(Form::questions)
                .flatMap(List::stream)
                .filter(question -> question.indicator().filter("topic"::equals).isPresent())
                .flatMap(question -> question.findChoice(code).stream())
                .map(choice -> choice.label().in(language))
                .findFirst()
                .orElse(code);
    }
}
