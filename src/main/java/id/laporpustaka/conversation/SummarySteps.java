package id.laporpustaka.conversation;

import id.laporpustaka.conversation.Job.Summarise.Output;
import id.laporpustaka.conversation.SummaryAsk.By;
import id.laporpustaka.conversation.SummaryAsk.Place;
import id.laporpustaka.summary.Period;
import id.laporpustaka.summary.SummaryFilter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// The coordinator's questions: periods, places and breakdowns in words or by buttons.
final class SummarySteps {
    private static final Pattern PLACE = Pattern.compile(
            "^(kec|kecamatan|ds|desa|kel|kelurahan|kab|kabupaten|kota|prov|provinsi)\\b", Pattern.CASE_INSENSITIVE);

    /// `/ringkasan`, with or without words.
    Step asked(Scene scene, String words) {
        return findAsked(scene, words)
                .map(asked -> start(scene, asked, Output.CARD, false))
                .orElseGet(() -> notUnderstood(scene, words));
    }

    /// What was typed after a summary; empty if it says nothing about one.
    Optional<Step> typed(Scene scene, String words) {
        return findAsked(scene, words)
                .filter(asked -> !(asked.place() instanceof Place.Named(var name)) || isPlace(name))
                .map(asked -> start(scene, asked, Output.CARD, false));
    }

    /// Other words are too likely to be about something else.
    private static boolean isPlace(String name) {
        return PLACE.matcher(name).find();
    }

    private static Step notUnderstood(Scene scene, String words) {
        return scene.silently()
                .remember(state -> state.expecting(new Expecting.Period()))
                .say(new Reply.SummaryWordsUnknown(read(scene, words).unknown()))
                .end();
    }

    static SummaryReading read(Scene scene, String words) {
        return SummaryReader.read(words, scene.context().forms().listCurrent(), scene.today());
    }

    /// Empty if there are words that mean nothing.
    static Optional<SummaryAsk> findAsked(Scene scene, String words) {
        var reading = read(scene, words);
        if (!reading.unknown().isEmpty()) {
            return Optional.empty();
        }
        var today = scene.today();
        var place = reading.place().isEmpty() ? new Place.Own() : new Place.Named(reading.place());
        return Optional.of(new SummaryAsk(
                reading.period()
                        .map(period -> soFar(period, today))
                        .orElseGet(() -> new Period(today.withDayOfMonth(1), today)),
                reading.by().orElse(By.TYPE),
                place,
                reading.filter(),
                0));
    }

    /// What is still going on ends today, so that it is compared with as many days before.
    private static Period soFar(Period period, LocalDate today) {
        var goesOn = !period.from().isAfter(today) && period.to().isAfter(today);
        return goesOn ? new Period(period.from(), today) : period;
    }

    /// What buttons of earlier cards said: `from/to/grouping`.
    Step pressed(Scene scene, String argument) {
        var parts = argument.split("/", 3);
        try {
            var period = new Period(LocalDate.parse(parts[0]), LocalDate.parse(parts[1]));
            var by = parts[2].equals("REGION") ? By.PARTS : By.valueOf(parts[2]);
            return show(scene, new SummaryAsk(period, by, new Place.Own(), SummaryFilter.none(), 0));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return Conversation.stale(scene);
        }
    }

    Step pressed(Scene scene, Press.OnSummary verb, String argument) {
        var asked = SummaryAsk.parse(argument).filter(ask -> !(ask.place() instanceof Place.Named));
        if (asked.isEmpty()) {
            return Conversation.stale(scene);
        }
        return switch (verb) {
            case SHOW -> show(scene, asked.get());
            case BREAKDOWNS ->
                Command.SUMMARY.isFor(scene.actor())
                        ? scene.say(new Reply.SummaryBreakdowns(asked.get(), false))
                                .end()
                        : Conversation.stale(scene);
            case CHART -> make(scene, asked.get(), Output.CHART);
            case PEOPLE_CHART -> make(scene, asked.get(), Output.CHART_OF_PEOPLE);
            case SHEET -> make(scene, asked.get(), Output.SHEET);
            case CONFIRM -> Conversation.stale(scene);
        };
    }

    private static Step show(Scene scene, SummaryAsk asked) {
        if (!Command.SUMMARY.isFor(scene.actor())) {
            return Conversation.stale(scene);
        }
        return start(scene, asked, Output.CARD, false);
    }

    private static Step make(Scene scene, SummaryAsk asked, Output output) {
        if (!Command.SUMMARY.isFor(scene.actor())) {
            return Conversation.stale(scene);
        }
        var job = job(scene, asked, output, false, 0);
        return scene.silently()
                .toast(new Toast.BeingMade())
                .also(new Effect.StartJob(job))
                .end();
    }

    static Step start(Scene scene, SummaryAsk asked, Output output, boolean inGroup) {
        return output == Output.CARD
                ? scene.startOnCard(card -> job(scene, asked, output, inGroup, card))
                : scene.silently()
                        .also(new Effect.StartJob(job(scene, asked, output, inGroup, 0)))
                        .end();
    }

    private static Job job(Scene scene, SummaryAsk asked, Output output, boolean inGroup, int card) {
        return new Job.Summarise(scene.incoming().senderId(), asked, output, inGroup, scene.language(), card);
    }

    Step finished(Scene scene, JobResult.Summarised result) {
        var asked = result.asked();
        var today = LocalDate.ofInstant(scene.context().now(), scene.zone());
        return expecting(scene, asked)
                .sayOnKept(asked.card(), new Reply.SummaryCard(result.summary(), asked, today))
                .end();
    }

    Step drawn(Scene scene, JobResult.SummaryDrawn result) {
        var asked = result.asked();
        return scene.silently()
                .in(asked.language())
                .sayForGood(new Reply.SummaryFile(asked, result.place(), result.file()))
                .end();
    }

    Step unclear(Scene scene, JobResult.PlaceUnclear result) {
        var asked = result.asked();
        return expecting(scene, asked)
                .sayOnKept(asked.card(), new Reply.SummaryPlaces(asked.asked(), result.choice()))
                .end();
    }

    private static Scene.Ending expecting(Scene scene, Job.Summarise asked) {
        return scene.silently()
                .in(asked.language())
                .remember(state -> asked.inGroup() ? state : state.expecting(new Expecting.Period()));
    }

    Step refused(Scene scene, Job.Summarise asked) {
        return scene.silently()
                .in(asked.language())
                .sayOnKept(asked.card(), new Reply.NotYours())
                .end();
    }
}
