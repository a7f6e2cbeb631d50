package id.laporpustaka.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.intake.RawUpdate;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever strangers send, it is stored and read without an exception, and nothing that is read can break what
/// comes after.
class StrangeUpdatesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> SEEDS = List.of("""
        {"update_id":1,"message":{"message_id":12,"from":{"id":7,"is_bot":false,"first_name":"S","language_code":"id"},
         "chat":{"id":7,"type":"private"},"date":1755000000,"text":"/lapor@PustakaBot pm","entities":[]}}\
        """, """
        {"update_id":2,"message":{"message_id":12,"from":{"id":7,"first_name":"S"},"chat":{"id":7,"type":"private"},
         "date":1755000000,"media_group_id":"1","caption":"c",
         "photo":[{"file_id":"l","file_unique_id":"ul","width":1280,"height":960,"file_size":2}]}}\
        """, """
        {"update_id":3,"callback_query":{"id":"7","from":{"id":7,"first_name":"S"},"data":"d",
         "message":{"message_id":3,"date":0,"chat":{"id":-5,"type":"group"}}}}\
        """, """
        {"update_id":4,"my_chat_member":{"from":{"id":7,"first_name":"S"},"chat":{"id":7,"type":"private"},"date":1,
         "old_chat_member":{"status":"member"},"new_chat_member":{"status":"kicked"}}}\
        """, """
        {"update_id":5,"message":{"message_id":1,"from":{"id":7,"first_name":"S"},"chat":{"id":7,"type":"private"},
         "date":1,"location":{"latitude":-7.2,"longitude":112.7}}}\
        """, """
        {"update_id":6,"edited_message":{"message_id":1,"from":{"id":7},"chat":{"id":7,"type":"private"},"text":"x",
         "document":{"file_id":"f","mime_type":"image/png"},"migrate_to_chat_id":-1005}}\
        """);

    private final UpdateReader reader = new UpdateReader("PustakaBot");
    private final Random random = new Random(20_250_817);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"gift\":{\"gift\":{\"id\":\"1\",\"star_count\":15,\"sticker\":{}}}}",
                "{\"gift_upgrade_sent\":{\"gift\":{}}}",
                "{\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"x\","
                        + "\"switch_inline_query_chosen_chat\":{\"query\":\"q\"}}]]}}",
                "{\"web_app_data\":{}}",
                "{\"text\":{\"not\":\"text\"}}",
                "{\"photo\":{}}",
                "{\"photo\":[null,7,{\"file_id\":5}]}",
            })
    void valid_messages_that_the_librarys_classes_refuse_are_harmless(String content) throws Exception {
        var update = (ObjectNode) JSON.readTree(SEEDS.getFirst());
        ((ObjectNode) update.path("message")).remove("text");
        ((ObjectNode) update.path("message")).setAll((ObjectNode) JSON.readTree(content));

        var raw = RawUpdates.of(4711, update.toString()).orElseThrow();

        assertThat(raw.chatId()).isEqualTo(7);
        assertThatCode(() -> reader.read(raw, Instant.EPOCH)).doesNotThrowAnyException();
    }

    @Test
    void mutated_updates_are_harmless() throws Exception {
        for (var round = 0; round < 5_000; round++) {
            var update = JSON.readTree(SEEDS.get(random.nextInt(SEEDS.size())));
            for (var changes = random.nextInt(1, 4); changes > 0; changes--) {
                mutate(update);
            }
            assertHarmless(update.toString());
        }
    }

    @Test
    void broken_json_is_harmless() {
        for (var round = 0; round < 5_000; round++) {
            var json = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
            for (var changes = random.nextInt(1, 4); changes > 0; changes--) {
                var at = random.nextInt(json.length());
                if (random.nextBoolean()) {
                    json.setCharAt(at, (char) random.nextInt(0x20, 0x7F));
                } else {
                    json.setLength(Math.max(1, at));
                }
            }
            assertHarmless(json.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "7", "[]", "\"update_id\"", "{}", "{\"update_id\":1.5}", "{\"update_id\":\"1\"}"
            })
    void what_is_no_update_is_not_taken_for_one(String json) {
        assertThat(RawUpdates.of(4711, json)).isEmpty();
        assertThat(reader.read(new RawUpdate(4711, 1, 0, json), Instant.EPOCH)).isEmpty();
    }

    @Test
    void an_absurdly_deep_update_is_harmless() {
        var deep = "{\"update_id\":1,\"message\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";

        assertHarmless(deep);
    }

    @Test
    void a_batch_is_cut_exactly_as_it_came() throws Exception {
        var strange = "{ \"update_id\" : 5 , \"message\":{\"chat\":{\"id\":-77},\"text\":\"\\u0000\\ud800 é]}\\\"\"}}";
        var answer = "{\"ok\":true,\"result\":[%s,\n %s],\"more\":{\"result\":[]}}".formatted(SEEDS.get(2), strange);

        var updates = RawUpdates.ofAnswer(4711, answer);

        assertThat(updates)
                .containsExactly(new RawUpdate(4711, 3, -5, SEEDS.get(2)), new RawUpdate(4711, 5, -77, strange));
    }

    @Test
    void every_kind_of_update_finds_its_lane() {
        assertThat(lane("{\"update_id\":1,\"poll_answer\":{\"poll_id\":\"1\",\"user\":{\"id\":9}}}"))
                .isEqualTo(9);
        assertThat(lane("{\"update_id\":1,\"inline_query\":{\"id\":\"1\",\"from\":{\"id\":8}}}"))
                .isEqualTo(8);
        assertThat(lane("{\"update_id\":1,\"message_reaction\":{\"chat\":{\"id\":-3},\"user\":{\"id\":8}}}"))
                .isEqualTo(-3);
        assertThat(
                        lane(
                                "{\"update_id\":1,\"callback_query\":{\"from\":{\"id\":8},\"message\":{\"chat\":{\"id\":-4}}}}"))
                .isEqualTo(-4);
        assertThat(lane("{\"update_id\":1,\"something_new\":{}}")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"update_id\":1,\"message\":{\"edited_message\":{}}}     | MESSAGE",
                "{\"edited_message\":{\"text\":\"message\"},\"update_id\":1} | EDITED_MESSAGE",
                "{\"update_id\":1,\"new\":{\"message\":[]},\"callback_query\":{}} | CALLBACK_QUERY",
                "{\"update_id\":1,\"my_chat_member\":null} | MY_CHAT_MEMBER",
                "{\"update_id\":1,\"something_new\":{\"message\":{}}} | OTHER",
                "{\"update_id\":1} | OTHER",
                "[] | OTHER",
                "nonsense | OTHER",
            })
    void every_update_is_of_a_kind_to_be_counted(String json, TelegramCounts.Kind kind) {
        assertThat(RawUpdates.kindOf(new RawUpdate(4711, 1, 0, json))).isEqualTo(kind);
    }

    private static long lane(String json) {
        return RawUpdates.of(4711, json).orElseThrow().chatId();
    }

    private void assertHarmless(String json) {
        assertThatCode(() -> {
                    var raw = RawUpdates.of(4711, json).orElse(new RawUpdate(4711, 1, 0, json));
                    reader.read(raw, Instant.EPOCH).ifPresent(incoming -> {
                        assertThat(incoming.senderName()).isNotBlank().hasSizeLessThanOrEqualTo(64);
                        assertThat(incoming.toString()).doesNotContain("\0");
                    });
                })
                .as(json.length() < 2_000 ? json : "a long one")
                .doesNotThrowAnyException();
    }

    /// Puts something unexpected at a place chosen by chance, or takes away what is there.
    private void mutate(JsonNode update) {
        var changes = new ArrayList<Runnable>();
        collect(update, changes);
        if (!changes.isEmpty()) {
            changes.get(random.nextInt(changes.size())).run();
        }
    }

    private void collect(JsonNode node, List<Runnable> changes) {
        switch (node) {
            case ObjectNode object ->
                List.copyOf(object.properties()).forEach(field -> {
                    changes.add(() -> object.set(field.getKey(), anything(field.getValue())));
                    changes.add(() -> object.remove(field.getKey()));
                    collect(field.getValue(), changes);
                });
            case ArrayNode array -> {
                changes.add(() -> array.add(anything(array)));
                array.forEach(element -> collect(element, changes));
            }
            default -> {}
        }
    }

    private JsonNode anything(JsonNode present) {
        var kinds = List.<Function<JsonNode, JsonNode>>of(
                _ -> NODES.nullNode(),
                _ -> NODES.numberNode(-1),
                _ -> NODES.numberNode(Long.MIN_VALUE),
                _ -> NODES.numberNode(Double.MAX_VALUE),
                _ -> NODES.numberNode(BigInteger.TWO.pow(200)),
                _ -> NODES.textNode(""),
                _ -> NODES.textNode("\0\u202e\uD800/@ "),
                _ -> NODES.textNode("/".repeat(500)),
                _ -> NODES.booleanNode(true),
                _ -> NODES.objectNode(),
                _ -> NODES.arrayNode().add(NODES.objectNode()),
                node -> NODES.arrayNode().add(node.deepCopy()),
                node -> NODES.objectNode().set("id", node.deepCopy()));
        return kinds.get(random.nextInt(kinds.size())).apply(present);
    }
}
