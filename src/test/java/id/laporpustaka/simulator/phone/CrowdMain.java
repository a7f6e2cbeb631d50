package id.laporpustaka.simulator.phone;

import id.laporpustaka.simulator.botapi.BotApi;
import id.laporpustaka.simulator.botapi.Faults;
import id.laporpustaka.simulator.phone.Attachments.Attachment;
import id.laporpustaka.simulator.world.Bot;
import id.laporpustaka.simulator.world.Journal;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.Person;
import id.laporpustaka.simulator.world.World;
import io.javalin.Javalin;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/// A Telegram with a crowd that fills in reports, as a process of its own. It is told what to do on standard input,
/// a line each, and answers each with a line of JSON:
///
/// * `closed PEOPLE SECONDS PAUSE`: so many people act one thing after the other, each so many milliseconds after
///   the answer
/// * `open PEOPLE SECONDS RATE`: so many acts a second arrive at random, each by somebody who waits for nothing
/// * `finish SECONDS`: whoever is in the middle of a report ends it
/// * `fault JSON`: see [Faults]; `calm` ends all faults
/// * `habits PATIENCE TWICE POISON`: see [CrowdMember.Habits]
/// * `sums`: how often people have said what no bot can handle, how many messages the bot has sent, and how many
///   updates were overtaken by a later one
///
/// Arguments: port, token, how many people there are, a file for the titles of acknowledged reports; and `limits` if it
/// is
/// to limit sending as Telegram does.
final class CrowdMain {
    static final long FIRST_PERSON = 700_000_001;

    private final World world;
    private final Faults faults = new Faults();
    private final List<CrowdMember> members = new ArrayList<>();
    private final Path acknowledged;
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger stuck = new AtomicInteger();

    private CrowdMain(String token, int people, Path acknowledged) throws IOException {
        this.acknowledged = acknowledged;
        world = new World(
                Bot.of(token, "lapor_pustaka_bot", "Lapor Pustaka"), Clock.systemUTC(), new Journal(Optional.empty()));
        var picture = new Attachment("foto.jpg", "image/jpeg", picture());
        for (var i = 0; i < people; i++) {
            var person = world.addPerson(new Person(FIRST_PERSON + i, "Pustakawan " + i, "", "id", "Pustakawan"));
            members.add(new CrowdMember(world, picture, person, i));
        }
    }

    public static void main(String[] arguments) throws Exception {
        var crowd = new CrowdMain(arguments[1], Integer.parseInt(arguments[2]), Path.of(arguments[3]));
        var botApi = new BotApi(crowd.world, crowd.faults, List.of(arguments).contains("limits"), 100);
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.http.maxRequestSize = 64_000_000;
                    botApi.install(config.routes);
                })
                .start("127.0.0.1", Integer.parseInt(arguments[0]));
        System.out.println("{}");
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(crowd.obey(order));
        }
        System.exit(0);
    }

    private String obey(String order) throws InterruptedException, IOException {
        var words = order.split(" ", 2);
        return switch (words[0]) {
            case "fault" ->
                faults.add(Json.readObject(words[1].getBytes(StandardCharsets.UTF_8)))
                        .toJson()
                        .toString();
            case "calm" -> {
                faults.clear();
                yield "{}";
            }
            case "habits" -> adopt(numbers(words[1]));
            case "sums" -> sums();
            default -> run(words[0], numbers(words[1]));
        };
    }

    private static int[] numbers(String words) {
        return Arrays.stream(words.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private String run(String act, int[] numbers) throws InterruptedException, IOException {
        nanos.clear();
        sent.clear();
        stuck.set(0);
        var before = world.counters().all();
        var began = System.nanoTime();
        switch (act) {
            case "closed" -> closed(numbers[0], Duration.ofSeconds(numbers[1]), numbers[2]);
            case "open" -> open(numbers[0], Duration.ofSeconds(numbers[1]), numbers[2]);
            case "finish" -> finish(Duration.ofSeconds(numbers[0]));
            default -> throw new IllegalArgumentException(act);
        }
        Files.write(acknowledged, sent, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        var time = act.equals("finish") ? (System.nanoTime() - began) / 1e9 : numbers[1];
        return report(time, before);
    }

    private String adopt(int[] numbers) {
        var habits = new CrowdMember.Habits(numbers[0], numbers[1], numbers[2]);
        members.forEach(member -> member.adopt(habits));
        return "{}";
    }

    private String sums() {
        return Json.object()
                .put("poisons", members.stream().mapToInt(CrowdMember::poisons).sum())
                .put("spoken", members.stream().mapToLong(CrowdMember::spoken).sum())
                .put("overtaken", world.counters().all().getOrDefault("overtaken", 0L))
                .toString();
    }

    private void closed(int people, Duration time, int pause) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var member : members.subList(0, people)) {
                threads.execute(() -> {
                    try {
                        if (pause > 0) {
                            Thread.sleep(ThreadLocalRandom.current().nextInt(pause));
                        }
                        while (System.nanoTime() < end) {
                            note(member.act(), end);
                            if (pause > 0) {
                                Thread.sleep(pause);
                            }
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
        }
    }

    /// Arrivals as of a Poisson process; one who finds nobody idle is counted as stuck.
    private void open(int people, Duration time, int rate) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        var idle = new ArrayBlockingQueue<CrowdMember>(people, false, members.subList(0, people));
        var next = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (next < end) {
                next += (long) (-Math.log(1 - ThreadLocalRandom.current().nextDouble()) / rate * 1e9);
                var wait = next - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
                var member = idle.poll();
                if (member == null) {
                    stuck.incrementAndGet();
                    continue;
                }
                threads.execute(() -> {
                    try {
                        note(member.act(), end);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    idle.add(member);
                });
            }
        }
    }

    private void finish(Duration time) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var member : members) {
                threads.execute(() -> {
                    try {
                        while (!member.isBetweenReports() && System.nanoTime() < end) {
                            note(member.act(), end);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
        }
    }

    /// What comes after the end is not counted, but for reports.
    private void note(CrowdMember.Outcome outcome, long end) {
        if (outcome.answered()) {
            if (System.nanoTime() < end) {
                nanos.add(outcome.nanos());
            }
        } else {
            stuck.incrementAndGet();
        }
        outcome.sent().ifPresent(sent::add);
    }

    private String report(double seconds, Map<String, Long> before) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        var json = Json.object()
                .put("seconds", seconds)
                .put("answers", sorted.length)
                .put("reports", sent.size())
                .put("stuck", stuck.get())
                .put("p50", millis(sorted, 0.5))
                .put("p95", millis(sorted, 0.95))
                .put("p99", millis(sorted, 0.99))
                .put("longest", millis(sorted, 1));
        var calls = json.putObject("calls");
        world.counters().all().forEach((name, count) -> calls.put(name, count - before.getOrDefault(name, 0L)));
        return json.toString();
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(40, 40, 200, 160);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }
}
