package id.laporpustaka.db;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransactionsTest {
    private static final int MORE_THAN_CONNECTIONS = 40;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Test
    void all_of_it_is_kept_or_nothing() {
        fresh.database().useTransaction(db -> add(db, 1));
        assertThatThrownBy(() -> fresh.database().useTransaction(db -> {
                    add(db, 2);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(chats()).containsExactly(1L);
    }

    @Test
    void what_fails_inside_takes_only_its_own_part_away() {
        fresh.database().useTransaction(db -> {
            add(db, 1);
            db.transaction(inside -> add(inside.dsl(), 2));
            assertThatThrownBy(() -> db.transaction(inside -> {
                        add(inside.dsl(), 3);
                        add(inside.dsl(), 1);
                    }))
                    .isInstanceOfSatisfying(
                            DataAccessException.class,
                            e -> assertThat(e.sqlState()).isEqualTo("23505"));
            add(db, 4);
        });

        assertThat(chats()).containsExactly(1L, 2L, 4L);
    }

    @Test
    void what_was_kept_inside_goes_with_what_is_around_it() {
        assertThatThrownBy(() -> fresh.database().useTransaction(db -> {
                    db.transaction(inside -> inside.dsl().transaction(deeper -> add(deeper.dsl(), 1)));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(chats()).isEmpty();
    }

    /// A deferred check fails as late as that.
    @Test
    void a_commit_that_fails_is_told_and_keeps_nothing() {
        fresh.context().execute("create table checked (chat_id bigint references chat deferrable initially deferred)");

        assertThatThrownBy(() -> fresh.database().useTransaction(db -> {
                    add(db, 1);
                    db.execute("insert into checked values (2)");
                }))
                .isInstanceOfSatisfying(
                        DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("23503"));
        assertThat(chats()).isEmpty();
    }

    @Test
    void connections_go_back_as_they_came_whatever_happens() {
        for (var round = 0; round < MORE_THAN_CONNECTIONS; round++) {
            var failing = round % 2 == 0;
            assertThatCode(() -> fresh.database().useTransaction(db -> {
                        db.execute("set transaction isolation level serializable");
                        db.transaction(inside -> inside.dsl().selectOne().execute());
                        if (failing) {
                            db.execute("select 1 / 0");
                        }
                    }))
                    .satisfies(e -> assertThat(e == null).isNotEqualTo(failing));
        }

        assertThat(fresh.context().fetchValue("show transaction_isolation")).isEqualTo("read committed");
        add(fresh.context(), 1); // which commits by itself
        assertThat(chats()).containsExactly(1L);
    }

    private static void add(DSLContext db, long chat) {
        db.insertInto(CHAT).set(CHAT.ID, chat).execute();
    }

    private List<Long> chats() {
        return fresh.context().select(CHAT.ID).from(CHAT).orderBy(CHAT.ID).fetch(CHAT.ID);
    }
}
