package id.laporpustaka.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private final List<String> ended = new ArrayList<>();
    private final Closing closing = new Closing();

    @Test
    void what_was_started_last_ends_first_and_once() {
        closing.add(() -> ended.add("database"));
        closing.add(() -> ended.add("web"));

        closing.close();
        closing.close();

        assertThat(ended).containsExactly("web", "database");
    }

    @Test
    void what_fails_to_end_does_not_keep_the_rest_running() {
        closing.add(() -> ended.add("database"));
        closing.add(() -> {
            throw new IllegalStateException("expected by this test");
        });

        closing.close();

        assertThat(ended).containsExactly("database");
    }

    @Test
    void what_is_started_after_the_end_has_begun_ends_at_once() {
        closing.add(() -> ended.add("database"));
        closing.refuse();

        assertThatThrownBy(() -> closing.add(() -> ended.add("web"))).isInstanceOf(Closing.Stopping.class);

        assertThat(ended).containsExactly("web");
    }
}
