package id.laporpustaka.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.Incoming;
import id.laporpustaka.conversation.Input;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.intake.RawUpdate;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateReaderTest {
    private static final Instant RECEIVED = Instant.parse("2025-08-20T03:00:00Z");
    private static final String SARI =
            "\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"Sari\",\"last_name\":\"Dewi\",\"language_code\":\"id\"}";
    private static final String PRIVATE = "\"chat\":{\"id\":7,\"type\":\"private\"}";
    private static final String GROUP = "\"chat\":{\"id\":-5,\"type\":\"group\",\"title\":\"Pustaka\"}";

    private final UpdateReader reader = new UpdateReader("PustakaBot");

    @Test
    void a_text_says_who_wrote_it_where_and_when() {
        var incoming = message("\"text\":\"Pelatihan keripik\"");

        assertThat(incoming)
                .contains(new Incoming(
                        7,
                        7,
                        "Sari Dewi",
                        "id",
                        false,
                        Instant.ofEpochSecond(1_755_000_000),
                        new Input.Text(12, "Pelatihan keripik")));
    }

    @ParameterizedTest
    @CsvSource({
        "/lapor, lapor, ''",
        "/LAPOR, lapor, ''",
        "/lapor@pustakabot, lapor, ''",
        "/start  i_abc-9 , start, i_abc-9",
        "/lapor@PustakaBot pm  kemarin, lapor, pm  kemarin",
    })
    void a_command_is_read_without_the_name_of_the_bot(String text, String name, String argument) {
        assertThat(input("\"text\":\"%s\"".formatted(text))).contains(new Input.Command(12, name, argument));
    }

    @Test
    void what_is_said_in_a_topic_of_a_group_says_in_which() {
        var topic = "\"message_thread_id\":42,\"is_topic_message\":true,\"text\":\"/ringkasan\"";
        var reply = "\"message_thread_id\":42,\"text\":\"/ringkasan\"";

        assertThat(messageInGroup(topic).orElseThrow().thread()).hasValue(42);
        assertThat(messageInGroup(reply).orElseThrow().thread()).isEmpty();
    }

    @Test
    void a_press_under_a_message_in_a_topic_says_in_which() {
        var update = """
            {"callback_query":{"id":"4711",%s,"data":"-s.s","message":{"message_id":5,"message_thread_id":42,
            "is_topic_message":true,%s}}}\
            """.formatted(SARI, GROUP);

        assertThat(reader.read(new RawUpdate(1, 1, -5, update), RECEIVED)
                        .orElseThrow()
                        .thread())
                .hasValue(42);
    }

    @Test
    void a_command_for_another_bot_is_none_of_our_business() {
        assertThat(inGroup("\"text\":\"/lapor@OtherBot\"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "1/2", "//", "/ lapor", "/lapor-cepat", "and/or"})
    void a_slash_alone_makes_no_command(String text) {
        assertThat(input("\"text\":\"%s\"".formatted(text))).contains(new Input.Text(12, text));
    }

    @Test
    void control_characters_are_taken_out_and_line_ends_kept() {
        var text = "\"text\":\"satu\\u0000\\r\\n\\u0007dua\\ttiga\\ud800 \\u202Eempat\\n\"";

        assertThat(input(text)).contains(new Input.Text(12, "satu\ndua tiga empat"));
    }

    @Test
    void a_text_of_nothing_says_nothing() {
        assertThat(input("\"text\":\"\\u0000 \\n\"")).isEmpty();
    }

    @Test
    void a_photo_is_taken_in_its_largest_size() {
        var input = input("""
            "photo":[{"file_id":"s","file_unique_id":"us","width":90,"height":60,"file_size":1000},
                     {"file_id":"l","file_unique_id":"ul","width":1280,"height":960,"file_size":200000},
                     {"file_id":"m","file_unique_id":"um","width":320,"height":240,"file_size":20000}],
            "caption":" Peserta ","media_group_id":"134"\
            """);

        assertThat(input)
                .contains(new Input.Media(
                        12,
                        Input.Kind.PHOTO,
                        new MediaFile("l", "ul", "image/jpeg", 200_000),
                        Optional.empty(),
                        Optional.of("Peserta"),
                        Optional.of("134")));
    }

    @ParameterizedTest
    @CsvSource({
        "document, DOCUMENT, application/octet-stream",
        "voice, VOICE, audio/ogg",
        "audio, AUDIO, audio/mpeg",
        "video, VIDEO, video/mp4",
        "video_note, VIDEO, video/mp4",
        "animation, VIDEO, video/mp4",
    })
    void a_file_has_its_kind_and_a_content_type(String field, Input.Kind kind, String contentType) {
        var input = input("\"%s\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_size\":9}".formatted(field));

        assertThat(input)
                .contains(new Input.Media(
                        12,
                        kind,
                        new MediaFile("f", "u", contentType, 9),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void a_document_has_the_name_and_the_type_that_the_sender_gave_it() {
        var input = input("""
            "document":{"file_id":"f","file_unique_id":"u","mime_type":"image/png","file_size":9,
                        "file_name":" Foto\\n\\u202E kegiatan.png"},"caption":"Lampiran"\
            """);

        assertThat(input)
                .contains(new Input.Media(
                        12,
                        Input.Kind.DOCUMENT,
                        new MediaFile("f", "u", "image/png", 9),
                        Optional.of("Foto kegiatan.png"),
                        Optional.of("Lampiran"),
                        Optional.empty()));
    }

    @Test
    void an_animation_is_not_taken_for_the_document_that_comes_with_it() {
        var input = input("\"document\":{\"file_id\":\"d\"},\"animation\":{\"file_id\":\"a\"}");

        assertThat(input)
                .hasValueSatisfying(found -> assertThat(found).isInstanceOfSatisfying(Input.Media.class, media -> {
                    assertThat(media.kind()).isEqualTo(Input.Kind.VIDEO);
                    assertThat(media.file().fileId()).isEqualTo("a");
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "sticker, STICKER",
        "voice, VOICE",
        "video, VIDEO",
        "video_note, VIDEO",
        "animation, VIDEO",
        "contact, CONTACT",
        "poll, OTHER",
        "dice, OTHER",
    })
    void what_no_question_takes_is_named(String field, Input.Kind kind) {
        assertThat(input("\"%s\":{}".formatted(field))).contains(new Input.Unreadable(12, kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new_chat_members", "pinned_message", "group_chat_created", "gift", "brand_new_thing"})
    void what_nobody_said_says_nothing(String field) {
        assertThat(input("\"%s\":{}".formatted(field))).isEmpty();
    }

    @Test
    void a_place_is_read() {
        assertThat(input("\"location\":{\"latitude\":-7.25,\"longitude\":112}"))
                .contains(new Input.Location(12, -7.25, 112, OptionalDouble.empty()));
        assertThat(input("\"location\":{\"latitude\":-7.25,\"longitude\":112,\"horizontal_accuracy\":12.5}"))
                .contains(new Input.Location(12, -7.25, 112, OptionalDouble.of(12.5)));
        assertThat(input("\"location\":{\"latitude\":-7.25,\"longitude\":112,\"horizontal_accuracy\":-1}"))
                .contains(new Input.Location(12, -7.25, 112, OptionalDouble.empty()));
        assertThat(input("\"location\":{\"latitude\":-97.25,\"longitude\":112}"))
                .contains(new Input.Unreadable(12, Input.Kind.OTHER));
    }

    @Test
    void an_edit_has_the_time_of_the_message_that_it_changes() {
        var edited = read("{\"update_id\":1,\"edited_message\":{\"message_id\":12,%s,%s,\"date\":1755000000,"
                        .formatted(SARI, PRIVATE)
                + "\"edit_date\":1755009999,\"text\":\"15L\"}}");

        assertThat(edited).map(Incoming::input).contains(new Input.Edited(12, "15L"));
        assertThat(edited).map(Incoming::sentAt).contains(Instant.ofEpochSecond(1_755_000_000));
    }

    @Test
    void a_press_has_the_time_at_which_it_reached_us() {
        var tap = read(
                "{\"update_id\":1,\"callback_query\":{\"id\":\"77\",%s,\"message\":{\"message_id\":3,\"date\":0,%s},\"data\":\"d1:x\"}}"
                        .formatted(SARI, GROUP));

        assertThat(tap)
                .contains(new Incoming(-5, 7, "Sari Dewi", "id", true, RECEIVED, new Input.Tap("77", 3, "d1:x")));
    }

    @ParameterizedTest
    @CsvSource({"member, kicked, Blocked", "kicked, member, Unblocked", "left, administrator, Unblocked"})
    void who_lets_the_bot_in_or_out_is_noticed(String before, String after, String expected) {
        assertThat(membership(before, after))
                .map(incoming -> incoming.input().getClass().getSimpleName())
                .contains(expected);
    }

    @Test
    void a_bot_that_is_promoted_has_been_let_in_before() {
        assertThat(membership("member", "administrator")).isEmpty();
    }

    @Test
    void a_group_tells_its_new_id() {
        assertThat(inGroup("\"migrate_to_chat_id\":-1005")).contains(new Input.MovedTo(-1005));
    }

    @Test
    void bots_and_channels_are_not_heard() {
        assertThat(read(
                        "{\"update_id\":1,\"message\":{\"message_id\":1,%s,\"text\":\"a\",\"from\":{\"id\":9,\"is_bot\":true}}}"
                                .formatted(GROUP)))
                .isEmpty();
        assertThat(
                        read(
                                "{\"update_id\":1,\"channel_post\":{\"message_id\":1,\"chat\":{\"id\":-9,\"type\":\"channel\"},\"text\":\"a\"}}"))
                .isEmpty();
    }

    @Test
    void a_name_is_one_short_line_whatever_people_call_themselves() {
        var long64 = nameOf("\"first_name\":\"%s\"".formatted("\uD83D\uDCDA".repeat(50)));
        var hidden = nameOf("\"first_name\":\"\\u202e\\u0000\",\"username\":\"sari_x\"");
        var nothing = nameOf("\"first_name\":\" \"");
        var lines = nameOf("\"first_name\":\"Sa\\nri\",\"last_name\":\"\\t Dewi\"");

        assertThat(long64).isEqualTo("\uD83D\uDCDA".repeat(32));
        assertThat(hidden).isEqualTo("sari_x");
        assertThat(nothing).isEqualTo("#7");
        assertThat(lines).isEqualTo("Sa ri Dewi");
    }

    private String nameOf(String fields) {
        return read("{\"update_id\":1,\"message\":{\"message_id\":1,%s,\"text\":\"a\",\"from\":{\"id\":7,%s}}}"
                        .formatted(PRIVATE, fields))
                .orElseThrow()
                .senderName();
    }

    private Optional<Incoming> membership(String before, String after) {
        return read(("{\"update_id\":1,\"my_chat_member\":{%s,%s,\"date\":1755000000,"
                        + "\"old_chat_member\":{\"status\":\"%s\"},\"new_chat_member\":{\"status\":\"%s\"}}}")
                .formatted(SARI, PRIVATE, before, after));
    }

    private Optional<Input> input(String content) {
        return message(content).map(Incoming::input);
    }

    private Optional<Incoming> message(String content) {
        return read("{\"update_id\":1,\"message\":{\"message_id\":12,%s,%s,\"date\":1755000000,%s}}"
                .formatted(SARI, PRIVATE, content));
    }

    private Optional<Input> inGroup(String content) {
        return messageInGroup(content).map(Incoming::input);
    }

    private Optional<Incoming> messageInGroup(String content) {
        return read("{\"update_id\":1,\"message\":{\"message_id\":12,%s,%s,\"date\":1755000000,%s}}"
                .formatted(SARI, GROUP, content));
    }

    private Optional<Incoming> read(String json) {
        return reader.read(new RawUpdate(4711, 1, 7, json), RECEIVED);
    }
}
