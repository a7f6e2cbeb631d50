package id.laporpustaka.db;

import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// With a real replica: it is held up, killed and started again.
class ReadingTest {
    private static final long NOBODY = 0;

    private static Optional<StreamingPair> started = Optional.empty();
    private static @Nullable Database database;

    private @Nullable Reading opened;

    @BeforeAll
    static void start() throws Exception {
        var installed = StreamingPair.newestInstalled();
        assumeTrue(installed.isPresent());
        started = Optional.of(StreamingPair.start(installed.get()));
        database = Database.open(pair().primary());
    }

    @AfterAll
    static void stop() throws Exception {
        if (database != null) {
            database.close();
        }
        if (started.isPresent()) {
            pair().close();
        }
    }

    private static StreamingPair pair() {
        return started.orElseThrow();
    }

    private static Database primary() {
        if (database == null) {
            throw new IllegalStateException("The servers have not been started.");
        }
        return database;
    }

    private Reading reading() {
        if (opened == null) {
            throw new IllegalStateException("Nothing is read yet.");
        }
        return opened;
    }

    @BeforeEach
    void readFromTheReplica() {
        opened = Reading.of(primary(), pair().replica());
        catchUp();
    }

    private void catchUp() {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            reading().look();
            return isReadFromReplica(NOBODY);
        });
    }

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void somebody_sees_what_they_have_just_changed_also_while_the_replica_does_not_have_it_yet() throws Exception {
        var changing = add("Sari");
        var other = add("Joko");
        await().until(() -> isReadFromReplica(changing) && isReadFromReplica(other));
        pair().pauseReplica();
        try {
            rename(changing, "Sari Dewi");

            assertThat(nameSeenBy(changing, changing)).isEqualTo("Sari Dewi");
            assertThat(nameSeenBy(other, changing)).isEqualTo("Sari");
        } finally {
            pair().resumeReplica();
        }

        await().until(() -> isReadFromReplica(changing));
        assertThat(nameSeenBy(changing, changing)).isEqualTo("Sari Dewi");
    }

    @Test
    void a_replica_far_behind_is_not_read_by_anybody() throws Exception {
        var someone = add("Ratna");
        await().until(() -> isReadFromReplica(someone));
        pair().pauseReplica();
        try (var impatient = Reading.of(primary(), pair().replica(), Duration.ofMillis(200))) {
            rename(someone, "Ratna Ayu");
            await().untilAsserted(() -> {
                impatient.look();
                assertThat(impatient.<String>read(there -> name(there, someone)))
                        .isEqualTo("Ratna Ayu");
            });
        } finally {
            pair().resumeReplica();
        }
    }

    @Test
    void nobody_notices_that_the_replica_is_killed_and_comes_back() throws Exception {
        var someone = add("Budi");
        await().until(() -> isReadFromReplica(someone));
        pair().killReplica();
        try {
            assertThat(nameSeenBy(someone, someone)).isEqualTo("Budi");
            reading().look();
            var before = reading().counts();
            assertThat(nameSeenBy(someone, someone)).isEqualTo("Budi");
            assertThat(reading().counts().away()).isEqualTo(before.away() + 1);
        } finally {
            pair().startReplica();
        }
        catchUp();
        assertThat(nameSeenBy(someone, someone)).isEqualTo("Budi");
    }

    @Test
    void the_product_starts_while_the_replica_is_away() throws Exception {
        var someone = add("Wati");
        pair().killReplica();
        try (var begun = Reading.of(primary(), pair().replica()).start()) {
            assertThat(begun.<String>read(someone, there -> name(there, someone)))
                    .isEqualTo("Wati");

            pair().startReplica();

            await().atMost(Duration.ofSeconds(30)).until(() -> begun.<Boolean>read(ReadingTest::isReplica));
        }
    }

    @Test
    void what_the_replica_cancels_is_read_anew_in_the_database() throws Exception {
        var someone = add("Tono");
        var places = new ArrayList<Boolean>();
        await().until(() -> isReadFromReplica(someone));

        var found = reading()
                .<String>read(
                        someone,
                        there -> there.inSnapshot(db -> {
                            places.add(isReplica(db));
                            var before = name(db, someone);
                            if (places.size() == 1) {
                                removeWhatTheSnapshotNeeds();
                                await().during(Duration.ofMillis(300)).until(() -> true);
                            }
                            assertThat(name(db, someone)).isEqualTo(before);
                            return before;
                        }));

        assertThat(found).isEqualTo("Tono");
        assertThat(places).containsExactly(true, false);
        assertThat(reading().counts().broken()).isEqualTo(1);
    }

    private static void removeWhatTheSnapshotNeeds() {
        var gone = add("Nanti hilang");
        primary().context().deleteFrom(AUDIT).where(AUDIT.PERSON_ID.eq(gone)).execute();
        primary().context().deleteFrom(PERSON).where(PERSON.ID.eq(gone)).execute();
        primary().context().execute("vacuum person");
    }

    @Test
    void a_database_that_follows_no_other_is_not_read_in_its_place() {
        try (var itself = Reading.of(primary(), pair().primary())) {
            itself.look();
            itself.<Boolean>read(ReadingTest::isReplica);

            assertThat(itself.counts()).isEqualTo(new Reading.Counts(0, 0, 1, 0));
        }
    }

    private boolean isReadFromReplica(long person) {
        return reading().<Boolean>read(person, ReadingTest::isReplica);
    }

    private static boolean isReplica(Database there) {
        return isReplica(there.context());
    }

    private static boolean isReplica(DSLContext db) {
        return db.fetchSingle(DSL.select(DSL.field("pg_is_in_recovery()", SQLDataType.BOOLEAN)))
                .value1();
    }

    private static long add(String name) {
        return primary().inTransaction(db -> {
            var id = db.insertInto(PERSON)
                    .set(PERSON.NAME, name)
                    .set(PERSON.LANGUAGE, "id")
                    .returningResult(PERSON.ID)
                    .fetchSingle()
                    .value1();
            note(db, id);
            return id;
        });
    }

    private static void rename(long person, String name) {
        primary().useTransaction(db -> {
            db.update(PERSON).set(PERSON.NAME, name).where(PERSON.ID.eq(person)).execute();
            note(db, person);
        });
    }

    private static void note(DSLContext db, long person) {
        db.insertInto(AUDIT)
                .set(AUDIT.PERSON_ID, person)
                .set(AUDIT.ACTION, "person_renamed")
                .execute();
    }

    private String nameSeenBy(long reader, long person) {
        return reading().<String>read(reader, there -> name(there, person));
    }

    private static String name(Database there, long person) {
        return name(there.context(), person);
    }

    private static String name(DSLContext db, long person) {
        return List.copyOf(db.select(PERSON.NAME)
                        .from(PERSON)
                        .where(PERSON.ID.eq(person))
                        .fetch(PERSON.NAME))
                .getFirst();
    }
}
