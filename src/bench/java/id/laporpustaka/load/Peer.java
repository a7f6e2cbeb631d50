package id.laporpustaka.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.Serializable;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/// The plain bot that one would write instead, to measure beside: TelegramBots' own long polling, sixteen threads,
/// the session of each chat in PostgreSQL by JDBC, the same questions in the same words. It checks no answer, and
/// what it has taken from Telegram is lost when it is killed.
///
/// Arguments: address of the Bot API, token, JDBC address, user; the password is in the environment as `PEER_PASSWORD`.
final class Peer implements LongPollingUpdateConsumer {
    private static final int THREADS = 16;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private record Question(String text, List<String> choices) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("Mau melaporkan apa?", List.of("Pelibatan masyarakat", "Advokasi", "Publikasi dan promosi")),
            new Question("Apa nama kegiatannya?", List.of()),
            new Question("Tanggal berapa?", List.of("Hari ini", "Kemarin")),
            new Question(
                    "Bentuk kegiatannya apa?",
                    List.of("Pelatihan / lokakarya", "Kelas rutin", "Mendongeng", "Penyuluhan", "Lomba")),
            new Question(
                    "Bidang utamanya apa?",
                    List.of("Ekonomi dan UMKM", "Pendidikan", "Kesehatan", "Komputer", "Seni", "Pertanian")),
            new Question("Kegiatannya di mana?", List.of("Di perpustakaan", "Di luar", "Daring")),
            new Question("Berapa pesertanya?", List.of()),
            new Question("Kegiatan ini untuk usia berapa?", List.of("Anak", "Remaja", "Dewasa", "Semua umur")),
            new Question("Kirim 1-5 foto kegiatan", List.of()),
            new Question("Apakah ada anak di bawah 18 tahun di foto?", List.of("Ya", "Tidak")));
    private static final String READY = "Sudah benar? Kirim sekarang?";

    private final TelegramClient telegram;
    private final HikariDataSource database;
    private final List<ExecutorService> threads = new ArrayList<>();

    private Peer(TelegramClient telegram, HikariDataSource database) {
        this.telegram = telegram;
        this.database = database;
        for (var i = 0; i < THREADS; i++) {
            threads.add(Executors.newSingleThreadExecutor());
        }
    }

    public static void main(String[] arguments) throws Exception {
        var address = URI.create(arguments[0]);
        var url = TelegramUrl.builder()
                .schema(address.getScheme())
                .host(address.getHost())
                .port(address.getPort())
                .build();
        var database = new HikariDataSource();
        database.setJdbcUrl(arguments[2]);
        database.setUsername(arguments[3]);
        database.setPassword(System.getenv("PEER_PASSWORD"));
        database.setMaximumPoolSize(THREADS);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                create table if not exists session (chat bigint primary key, step integer not null, answers jsonb not null);
                create table if not exists report (
                    id bigint generated always as identity primary key, chat bigint not null,
                    title text not null, answers jsonb not null, at timestamptz not null default now())
                """);
        }
        var token = arguments[1];
        var bots = new TelegramBotsLongPollingApplication();
        bots.registerBot(
                token,
                () -> url,
                new DefaultGetUpdatesGenerator(),
                new Peer(new OkHttpTelegramClient(token, url), database));
        System.out.println("ready");
        new CountDownLatch(1).await();
    }

    @Override
    public void consume(List<Update> updates) {
        for (var update : updates) {
            threads.get((int) (chat(update) % THREADS)).execute(() -> handle(update));
        }
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdown);
    }

    private static long chat(Update update) {
        return update.hasCallbackQuery()
                ? update.getCallbackQuery().getMessage().getChatId()
                : update.getMessage().getChatId();
    }

    private void handle(Update update) {
        try (var connection = database.getConnection()) {
            answer(update, step(connection, chat(update), input(update)));
        } catch (SQLException | TelegramApiException | JsonProcessingException e) {
            System.err.println(e.getMessage());
        }
    }

    private static String input(Update update) {
        if (update.hasCallbackQuery()) {
            return update.getCallbackQuery().getData();
        }
        var message = update.getMessage();
        return message.hasPhoto() ? message.getPhoto().getLast().getFileId() : message.getText();
    }

    /// The next question's number; one more than there are for the last look, two more when it was sent.
    private static int step(Connection connection, long chat, String input)
            throws SQLException, JsonProcessingException {
        if (input.equals("/lapor")) {
            write(connection, chat, 0, MAPPER.createObjectNode());
            return 0;
        }
        int step;
        ObjectNode answers;
        try (var query = connection.prepareStatement("select step, answers from session where chat = ?")) {
            query.setLong(1, chat);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    return 0;
                }
                step = rows.getInt(1);
                answers = (ObjectNode) MAPPER.readTree(rows.getString(2));
            }
        }
        if (step < QUESTIONS.size()) {
            answers.put("q" + step, input);
            write(connection, chat, step + 1, answers);
            return step + 1;
        }
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(
                        "insert into report (chat, title, answers) values (?, ?, cast(? as jsonb))");
                var delete = connection.prepareStatement("delete from session where chat = ?")) {
            insert.setLong(1, chat);
            insert.setString(2, answers.path("q1").asText());
            insert.setString(3, answers.toString());
            insert.executeUpdate();
            delete.setLong(1, chat);
            delete.executeUpdate();
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
        return QUESTIONS.size() + 1;
    }

    private static void write(Connection connection, long chat, int step, ObjectNode answers) throws SQLException {
        try (var upsert = connection.prepareStatement("""
            insert into session (chat, step, answers) values (?, ?, cast(? as jsonb))
            on conflict (chat) do update set step = excluded.step, answers = excluded.answers
            """)) {
            upsert.setLong(1, chat);
            upsert.setInt(2, step);
            upsert.setString(3, answers.toString());
            upsert.executeUpdate();
        }
    }

    private void answer(Update update, int step) throws TelegramApiException {
        var text = step < QUESTIONS.size()
                ? QUESTIONS.get(step).text()
                : step == QUESTIONS.size() ? READY : "Terkirim, terima kasih.";
        var keyboard = keyboard(
                step < QUESTIONS.size()
                        ? QUESTIONS.get(step).choices()
                        : step == QUESTIONS.size() ? List.of("Kirim", "Batal") : List.of());
        if (update.hasCallbackQuery()) {
            call(new AnswerCallbackQuery(update.getCallbackQuery().getId()));
            call(EditMessageText.builder()
                    .text(text)
                    .chatId(chat(update))
                    .messageId(update.getCallbackQuery().getMessage().getMessageId())
                    .replyMarkup(keyboard)
                    .build());
        } else {
            var send = new SendMessage(Long.toString(chat(update)), text);
            send.setReplyMarkup(keyboard);
            call(send);
        }
    }

    private <T extends Serializable> void call(BotApiMethod<T> method) throws TelegramApiException {
        var _ = telegram.execute(method);
    }

    private static InlineKeyboardMarkup keyboard(List<String> choices) {
        return new InlineKeyboardMarkup(choices.stream()
                .map(choice -> {
                    var button = new InlineKeyboardButton(choice);
                    button.setCallbackData(choice);
                    return new InlineKeyboardRow(Stream.of(button).toList());
                })
                .toList());
    }
}
