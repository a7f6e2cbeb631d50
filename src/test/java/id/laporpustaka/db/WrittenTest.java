package id.laporpustaka.db;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WrittenTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private record Everything(
            long number,
            @Nullable Integer whole,
            @Nullable Short small,
            @Nullable Boolean is,
            @Nullable String text,
            @Nullable Instant at,
            @Nullable JSONB json) {}

    @Test
    void values_of_every_type_come_back_as_they_went_and_in_their_order() {
        var number = new Object() {
            @Nullable
            Field<Long> field;
        };
        var statement = Written.<Everything>forRows("given", rows -> {
            number.field = rows.column("number", SQLDataType.BIGINT, Everything::number);
            return select(
                            number.field,
                            rows.column("whole", SQLDataType.INTEGER, Everything::whole),
                            rows.column("small", SQLDataType.SMALLINT, Everything::small),
                            rows.column("is", SQLDataType.BOOLEAN, Everything::is),
                            rows.column("text", SQLDataType.CLOB, Everything::text),
                            rows.column("at", SQLDataType.INSTANT, Everything::at),
                            rows.column("json", SQLDataType.JSONB, Everything::json))
                    .from(rows.table())
                    .orderBy(rows.place());
        });
        var full = new Everything(
                1,
                2,
                (short) 3,
                true,
                "a, \"b\" {c} \\\\ null 'd'\n\uD83D\uDCDA",
                Instant.parse("2026-08-17T03:04:05.678901Z"),
                JSONB.jsonb("{\"a\": [1, \"b,c\"]}"));
        var empty = new Everything(2, null, null, null, null, null, null);
        var words = new Everything(3, null, null, null, "null", null, null);

        var rows = statement.fetch(fresh.context(), List.of(full, empty, words));

        assertThat(rows)
                .extracting(row -> new Everything(
                        row.get(field("number", Long.class)),
                        row.get(field("whole", Integer.class)),
                        row.get(field("small", Short.class)),
                        row.get(field("is", Boolean.class)),
                        row.get(field("text", String.class)),
                        row.get(field("at", Instant.class)),
                        row.get(field("json", JSONB.class))))
                .containsExactly(full, empty, words);
    }

    @Test
    void it_is_made_once_and_belongs_to_the_transaction_that_it_runs_in() {
        var statement = adding();

        assertThatThrownBy(() -> fresh.database().useTransaction(db -> {
                    assertThat(statement.execute(db, List.of(1L, 2L, 3L))).isEqualTo(3);
                    throw new IllegalStateException("back");
                }))
                .hasMessage("back");
        assertThat(fresh.context().fetchCount(CHAT)).isZero();

        assertThat(statement.execute(fresh.context(), List.of(1L, 2L))).isEqualTo(2);
        assertThat(statement.execute(fresh.context(), List.of())).isZero();
        assertThat(fresh.context().fetchCount(CHAT)).isEqualTo(2);
    }

    @Test
    void what_postgresql_says_of_it_can_be_told_by_its_state() {
        var statement = adding();
        statement.execute(fresh.context(), List.of(1L));

        assertThatThrownBy(() -> statement.execute(fresh.context(), List.of(1L)))
                .isInstanceOfSatisfying(
                        DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("23505"));
    }

    @Test
    void several_run_one_after_the_other_without_those_that_have_nothing_to_do() {
        var adding = adding();
        var seeing = Written.<Long>forRows("asked", rows -> {
            var id = rows.column(CHAT.ID, it -> it);
            return select(CHAT.ID)
                    .from(rows.table())
                    .join(CHAT)
                    .on(CHAT.ID.eq(id))
                    .orderBy(rows.place());
        });
        var db = fresh.context();

        var _ = Written.runAll(
                db, List.of(adding.with(List.of(1L)), adding.with(List.of()), adding.with(List.of(2L, 3L))));
        var _ = Written.runAll(db, List.of(adding.with(List.of())));
        var seen = Written.runAll(
                db, List.of(seeing.with(List.of(3L, 1L)), seeing.with(List.of()), seeing.with(List.of(9L, 2L))));

        assertThat(seen)
                .map(rows -> rows.stream().map(row -> row.get(CHAT.ID)).toList())
                .containsExactly(List.of(3L, 1L), List.of(), List.of(2L));
        assertThat(Written.runAll(db, List.of(seeing.with(List.of())))).containsExactly(List.of());
    }

    @Test
    void when_one_of_several_fails_nothing_of_them_is_kept() {
        var adding = adding();

        assertThatThrownBy(() -> Written.runAll(
                        fresh.context(), List.of(adding.with(List.of(1L)), adding.with(List.of(2L, 2L)))))
                .isInstanceOfSatisfying(
                        DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("23505"));
        assertThat(fresh.context().fetchCount(CHAT)).isZero();
    }

    @Test
    void what_commits_as_the_last_of_several_is_kept_and_seen_before_the_transaction_ends() {
        var adding = adding();

        assertThatThrownBy(() -> fresh.database().useTransaction(db -> {
                    assertThat(Written.runAll(db, List.of(adding.with(List.of(1L, 2L)), Written.commit())))
                            .containsExactly(List.of(), List.of());
                    assertThat(fresh.context().fetchCount(CHAT)).isEqualTo(2);
                    throw new IllegalStateException("too late");
                }))
                .hasMessage("too late");
        assertThat(fresh.context().fetchCount(CHAT)).isEqualTo(2);

        fresh.database().useTransaction(db -> Written.runAll(db, List.of(Written.commit())));
        assertThatThrownBy(() -> fresh.database()
                        .useTransaction(db -> Written.runAll(
                                db, List.of(adding.with(List.of(3L)), adding.with(List.of(4L, 4L)), Written.commit()))))
                .isInstanceOfSatisfying(
                        DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("23505"));
        assertThat(fresh.context().fetchCount(CHAT)).isEqualTo(2);
    }

    @Test
    void a_value_of_the_moment_is_refused_when_it_is_made() {
        var statement = Written.<Long>forRows(
                "added",
                rows -> insertInto(CHAT, CHAT.ID, CHAT.STATE)
                        .select(select(rows.column(CHAT.ID, id -> id), val("now"))
                                .from(rows.table())));

        assertThatThrownBy(() -> statement.execute(fresh.context(), List.of(1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Written<Long> adding() {
        return Written.forRows(
                "added",
                rows -> insertInto(CHAT, CHAT.ID)
                        .select(select(rows.column(CHAT.ID, id -> id)).from(rows.table())));
    }
}
