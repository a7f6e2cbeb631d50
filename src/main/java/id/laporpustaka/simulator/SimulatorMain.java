package id.laporpustaka.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// The simulator as a process of its own:
/// `--port 18443 --token 1:x --no-flood-limits --validate-every 100 --users 1000 --journal sim.jsonl`.
/// `--users` is a number, or a file with a line `id;first name;last name;language;label` for each.
public final class SimulatorMain {
    private int port = 18_443;
    private String token = "110000001:simulator";
    private boolean floodLimits = true;
    private int validateEvery = 1;
    private List<SimulatedUser> users = people(4);
    private Optional<Path> journal = Optional.empty();

    private SimulatorMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var options = new SimulatorMain();
        try {
            options.read(List.of(arguments));
        } catch (IllegalArgumentException problem) {
            System.err.println(problem.getMessage());
            System.exit(2);
        }
        options.run();
    }

    private void run() throws InterruptedException {
        var settings = new SimulatorSettings(
                token, "lapor_pustaka_bot", "Lapor Pustaka", users, floodLimits, validateEvery, journal);
        var simulator = Simulator.start(settings, port);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        System.out.println("http://localhost:" + simulator.port() + "/simulator");
        new CountDownLatch(1).await();
    }

    private void read(List<String> arguments) throws IOException {
        var left = arguments.iterator();
        while (left.hasNext()) {
            var name = left.next();
            if (name.equals("--no-flood-limits")) {
                floodLimits = false;
            } else if (left.hasNext()) {
                set(name, left.next());
            } else {
                throw new IllegalArgumentException(name + " needs a value");
            }
        }
    }

    private void set(String name, String value) throws IOException {
        switch (name) {
            case "--port" -> port = Integer.parseInt(value);
            case "--token" -> token = value;
            case "--validate-every" -> validateEvery = Integer.parseInt(value);
            case "--journal" -> journal = Optional.of(Path.of(value));
            case "--users" -> users = value.matches("[0-9]{1,7}") ? people(Integer.parseInt(value)) : readUsers(value);
            default -> throw new IllegalArgumentException("unknown option " + name);
        }
    }

    private static List<SimulatedUser> readUsers(String file) throws IOException {
        var users = new ArrayList<SimulatedUser>();
        for (var line : Files.readAllLines(Path.of(file))) {
            var fields = line.split(";", -1);
            if (fields.length != 5) {
                throw new IllegalArgumentException("id;first name;last name;language;label expected, found: " + line);
            }
            users.add(new SimulatedUser(Long.parseLong(fields[0]), fields[1], fields[2], fields[3], fields[4]));
        }
        return users;
    }

    /// The first four have names, for the page; the others are for load tests.
    private static List<SimulatedUser> people(int count) {
        var users = new ArrayList<>(List.of(
                new SimulatedUser(700_000_001, "Sari", "Wulandari", "id", "Pustakawan"),
                new SimulatedUser(700_000_002, "Budi", "Santoso", "id", "Koordinator"),
                new SimulatedUser(700_000_003, "Dewi", "Lestari", "id", "Admin"),
                new SimulatedUser(700_000_004, "Made", "Wirawan", "en", "Librarian")));
        for (int i = users.size(); i < count; i++) {
            users.add(new SimulatedUser(700_000_001L + i, "Pustakawan " + (i + 1), "", "id", "Pustakawan"));
        }
        return users.subList(0, count);
    }
}
