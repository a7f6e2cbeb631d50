package id.laporpustaka.load;

import id.laporpustaka.db.Database;
import id.laporpustaka.db.DatabaseAddress;
import id.laporpustaka.intake.PublishedForms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What PostgreSQL alone could do: `pgbench` writes the rows of an answer (the update, its chat, its draft, the
/// message,
/// the card), in three transactions for twenty chats, and nothing else: no report is sent, nothing is read but the
/// state of the chats. PostgreSQL's own tool, so that it is no code of ours that sets the measure.
final class Floor {
    private static final int CLIENTS = 4;
    private static final int CHATS = 20;
    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+)");

    /// Lengths of bodies and states as they are in the middle of a report.
    private static final String SCRIPT = """
        \\set first :client_id * 20 + 1
        \\set last :first + 19
        with lanes as (
            insert into chat (id) select 700000000 + n from generate_series(:first::int, :last::int) n
            on conflict do nothing returning id)
        insert into inbox (bot_id, update_id, chat_id, body)
            select 1, nextval('floor_update'), 700000000 + n, repeat('x', 600) from generate_series(:first::int, :last::int) n
            on conflict do nothing;
        begin;
        select id, state from chat where id between 700000000 + :first::int and 700000000 + :last::int
            order by id for no key update skip locked;
        select position, body from inbox
            where chat_id between 700000000 + :first::int and 700000000 + :last::int and handled_at is null order by position;
        insert into draft (id, person_id, library_id, form_id, form_version, content, revision)
            select n, person.id, library.id, version.form_id, version.version,
                jsonb_build_object('answers', repeat('x', 300)), 1
            from generate_series(:first::int, :last::int) n
            cross join (select id from person limit 1) person
            cross join (select id from library limit 1) library
            cross join (select form_id, version from form_version limit 1) version
            on conflict (id) do update set content = excluded.content, revision = draft.revision + 1;
        insert into outbox (chat_id, card, edit, body)
            select 700000000 + n, 1, true, repeat('x', 600) from generate_series(:first::int, :last::int) n;
        update chat set state = repeat('x', 100), tries = 0
            where id between 700000000 + :first::int and 700000000 + :last::int;
        update inbox set handled_at = now(), body = null
            where chat_id between 700000000 + :first::int and 700000000 + :last::int and handled_at is null;
        commit;
        begin;
        update outbox set finished_at = now(), outcome = 'sent', body = null
            where chat_id between 700000000 + :first::int and 700000000 + :last::int and finished_at is null;
        insert into card (chat_id, number, message_id)
            select 700000000 + n, nextval('floor_card'), 1 from generate_series(:first::int, :first::int + 7) n
            on conflict do nothing;
        commit;
        """;

    private Floor() {}

    /// @param perSecond answers whose rows were written in a second
    /// @param processorSeconds of PostgreSQL for a thousand of them
    record Outcome(double perSecond, double processorSeconds) {}

    /// Empty where there is no `pgbench`, which Debian's package `postgresql` has.
    static Optional<Outcome> measure(Stage stage, int seconds) throws Exception {
        var tool = findTool();
        if (tool.isEmpty()) {
            return Optional.empty();
        }
        var address = stage.newDatabase(true);
        try (var database = Database.open(address, 2)) {
            PublishedForms.load(database.context());
            database.context().execute("create sequence floor_update; create sequence floor_card");
        }
        var script = Files.writeString(Files.createTempFile("floor", ".sql"), SCRIPT);
        try {
            run(tool.get(), script, address, Math.max(1, seconds / 2));
            var postmaster = Stage.postmaster(address);
            var before = MeasuredProcess.processorSeconds(postmaster, true);
            var transactions = run(tool.get(), script, address, seconds);
            var processorTime = MeasuredProcess.processorSeconds(postmaster, true) - before;
            var perSecond = transactions * CHATS;
            return Optional.of(new Outcome(perSecond, processorTime / (perSecond * seconds / 1_000)));
        } finally {
            Files.delete(script);
        }
    }

    private static double run(Path tool, Path script, DatabaseAddress address, int seconds)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        tool.toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + CLIENTS,
                        "--time=" + seconds,
                        "--file=" + script,
                        "--host=" + address.host(),
                        "--port=" + address.port(),
                        "--username=" + address.user(),
                        address.name())
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", address.password());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Thread.sleep(Duration.ofSeconds(1)); // until PostgreSQL has counted the time of sessions that have ended
        var rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static Optional<Path> findTool() throws IOException {
        var places = new ArrayList<Path>();
        for (var folder : Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1)) {
            places.add(Path.of(folder));
        }
        var debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                places.addAll(versions.map(version -> version.resolve("bin")).toList());
            }
        }
        return List.copyOf(places).stream()
                .map(place -> place.resolve("pgbench"))
                .filter(Files::isExecutable)
                .reduce((_, later) -> later);
    }
}
