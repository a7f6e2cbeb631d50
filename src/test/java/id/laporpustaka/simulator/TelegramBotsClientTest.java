package id.laporpustaka.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaGroup;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// What TelegramBots' own client sends is understood, and it understands what it gets.
final class TelegramBotsClientTest {
    private final OkHttpClient http = new OkHttpClient();
    private TestTelegram telegram;
    private OkHttpTelegramClient client;
    private Phone sari;

    @BeforeEach
    void start() throws Exception {
        telegram = TestTelegram.start();
        sari = telegram.greetedSari();
        var url = TelegramUrl.builder()
                .schema("http")
                .host("127.0.0.1")
                .port(telegram.port())
                .testServer(false)
                .build();
        client = new OkHttpTelegramClient(http, TestTelegram.TOKEN, url);
    }

    @AfterEach
    void stop() {
        telegram.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    @Test
    void it_sends_edits_and_answers() throws Exception {
        var me = client.execute(GetMe.builder().build());
        var sent = client.execute(question("<b>Jenis</b> kegiatan?").build());
        sari.tap("Advokasi");
        var update = client.execute(GetUpdates.builder()
                        .timeout(5)
                        .allowedUpdates(List.of("message", "callback_query"))
                        .build())
                .getFirst();
        var query = update.getCallbackQuery();
        client.execute(AnswerCallbackQuery.builder()
                .callbackQueryId(query.getId())
                .text("Baik")
                .build());
        var edited = (Message) client.execute(EditMessageText.builder()
                .chatId(TestTelegram.SARI)
                .messageId(sent.getMessageId())
                .text("✓ Advokasi")
                .build());

        assertThat(me.getUserName()).isEqualTo("contoh_bot");
        assertThat(sent.getText()).isEqualTo("Jenis kegiatan?");
        assertThat(sent.getEntities()).hasSize(1);
        assertThat(query.getData()).isEqualTo("q1:adv");
        assertThat(query.getFrom().getId()).isEqualTo(TestTelegram.SARI);
        assertThat(edited.getText()).isEqualTo("✓ Advokasi");
        assertThat(sari.lastMessage().edited()).isTrue();
        assertThat(sari.buttons()).isEmpty();
    }

    @Test
    void it_reads_refusals() throws Exception {
        var sent = client.execute(question("Jenis?").build());
        var same = EditMessageText.builder()
                .chatId(TestTelegram.SARI)
                .messageId(sent.getMessageId())
                .text("Jenis?")
                .replyMarkup(keyboard())
                .build();

        var refused = catchThrowableOfType(TelegramApiRequestException.class, () -> client.execute(same));
        sari.block();
        var blocked = catchThrowableOfType(
                TelegramApiRequestException.class,
                () -> client.execute(question("Masih di sana?").build()));

        assertThat(refused.getErrorCode()).isEqualTo(400);
        assertThat(refused.getApiResponse()).startsWith("Bad Request: message is not modified");
        assertThat(blocked.getErrorCode()).isEqualTo(403);
    }

    @Test
    void it_sends_pictures_and_documents_and_gets_files() throws Exception {
        var picture = telegram.get("/simulator/api/pictures/rak-buku").body();
        var text = "nama;jumlah\n".getBytes(StandardCharsets.UTF_8);

        var photo = client.execute(SendPhoto.builder()
                .chatId(TestTelegram.SARI)
                .photo(new InputFile(new ByteArrayInputStream(picture), "grafik.jpg"))
                .caption("<i>Grafik</i>")
                .parseMode("HTML")
                .replyMarkup(keyboard())
                .build());
        var document = client.execute(SendDocument.builder()
                .chatId(TestTelegram.SARI)
                .document(new InputFile(new ByteArrayInputStream(text), "laporan.csv"))
                .build());
        var again = client.execute(SendDocument.builder()
                .chatId(TestTelegram.SARI)
                .document(new InputFile(document.getDocument().getFileId()))
                .build());
        var file = client.execute(
                GetFile.builder().fileId(document.getDocument().getFileId()).build());
        var bytes = telegram.get("/file/bot" + TestTelegram.TOKEN + "/" + file.getFilePath())
                .body();

        assertThat(photo.getPhoto()).hasSize(2);
        assertThat(photo.getPhoto().getLast().getWidth()).isEqualTo(960);
        assertThat(photo.getCaption()).isEqualTo("Grafik");
        assertThat(photo.getReplyMarkup().getKeyboard()).hasSize(1);
        assertThat(document.getDocument().getFileName()).isEqualTo("laporan.csv");
        assertThat(again.getDocument().getFileUniqueId())
                .isEqualTo(document.getDocument().getFileUniqueId());
        assertThat(bytes).isEqualTo(text);
    }

    @Test
    void it_sends_an_album_of_files_that_it_knows_and_of_such_that_it_brings() throws Exception {
        var known = sari.sendSamplePhoto("kebun", "").fileId();
        var picture = telegram.get("/simulator/api/pictures/rak-buku").body();

        var sent = client.execute(SendMediaGroup.builder()
                .chatId(TestTelegram.SARI)
                .medias(List.of(
                        InputMediaPhoto.builder().media(known).caption("Kebun").build(),
                        InputMediaPhoto.builder()
                                .media(new ByteArrayInputStream(picture), "rak.jpg")
                                .build()))
                .build());

        assertThat(sent).extracting(Message::getCaption).containsExactly("Kebun", null);
        assertThat(sent.getFirst().getPhoto().getLast().getFileId()).isEqualTo(known);
        assertThat(sent.getLast().getPhoto().getLast().getWidth()).isEqualTo(960);
        assertThat(sent.getFirst().getMediaGroupId()).isEqualTo(sent.getLast().getMediaGroupId());
    }

    @Test
    void its_commands_reach_the_menu() throws Exception {
        client.execute(SetMyCommands.builder()
                .commands(List.of(new BotCommand("lapor", "Buat laporan")))
                .scope(BotCommandScopeChat.builder()
                        .chatId(Long.toString(TestTelegram.SARI))
                        .build())
                .build());

        assertThat(sari.commands()).containsExactly("lapor");
    }

    private static SendMessage.SendMessageBuilder<?, ?> question(String text) {
        return SendMessage.builder()
                .chatId(TestTelegram.SARI)
                .text(text)
                .parseMode("HTML")
                .replyMarkup(keyboard());
    }

    private static InlineKeyboardMarkup keyboard() {
        return InlineKeyboardMarkup.builder()
                .keyboardRow(new InlineKeyboardRow(
                        InlineKeyboardButton.builder()
                                .text("Pelibatan")
                                .callbackData("q1:pm")
                                .build(),
                        InlineKeyboardButton.builder()
                                .text("Advokasi")
                                .callbackData("q1:adv")
                                .build()))
                .build();
    }
}
