package id.laporpustaka.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.laporpustaka.outbox.Album.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlbumTest {

    @Test
    void photos_go_with_films_and_all_else_only_with_its_like() {
        assertThat(album(Kind.PHOTO, Kind.VIDEO, Kind.PHOTO).isGroup()).isTrue();
        assertThat(album(Kind.DOCUMENT, Kind.DOCUMENT).isGroup()).isTrue();
        assertThat(album(Kind.AUDIO, Kind.AUDIO).isGroup()).isTrue();
        assertThat(album(Kind.VOICE).isGroup()).isFalse();
        assertRefused(Kind.PHOTO, Kind.DOCUMENT);
        assertRefused(Kind.DOCUMENT, Kind.AUDIO);
        assertRefused(Kind.AUDIO, Kind.VIDEO);
        assertRefused(Kind.VOICE, Kind.VOICE);
    }

    @Test
    void an_album_has_1_to_10_items() {
        assertRefused();
        assertThat(album(photos(10)).items()).hasSize(10);
        assertRefused(photos(11));
    }

    @Test
    void only_a_single_item_has_buttons_or_keys() {
        var buttons = List.<List<Button>>of(List.of(new Button.Callback("Ya", "y")));
        var keys = new Keys.Removed();

        assertThat(OutgoingMessage.of("a").with(album(photos(1))).with(buttons).keyboard())
                .isEqualTo(buttons);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutgoingMessage.of("a").with(buttons).with(album(photos(2))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutgoingMessage.of("a").with(keys).with(album(photos(2))));
    }

    private static void assertRefused(Kind... kinds) {
        assertThatIllegalArgumentException().isThrownBy(() -> album(kinds));
    }

    private static Kind[] photos(int count) {
        return Collections.nCopies(count, Kind.PHOTO).toArray(Kind[]::new);
    }

    private static Album album(Kind... kinds) {
        return new Album(
                Arrays.stream(kinds).map(kind -> new Album.Item(kind, "AgAC")).toList(), "No files.");
    }
}
