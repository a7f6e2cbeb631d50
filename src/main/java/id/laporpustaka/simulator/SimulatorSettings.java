package id.laporpustaka.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How a simulator behaves.
///
/// @param botToken like `123456:secret`; the number is the bot's id
/// @param floodLimits whether it limits sending and repeated polls as Telegram does
/// @param validateEvery one request in so many is checked against the whole schema; 1 checks all
/// @param journal a file in which everything survives the process; without it everything is forgotten
public record SimulatorSettings(
        String botToken,
        String botUsername,
        String botName,
        List<SimulatedUser> users,
        boolean floodLimits,
        int validateEvery,
        Optional<Path> journal) {
    public SimulatorSettings {
        users = List.copyOf(users);
        if (validateEvery < 1) {
            throw new IllegalArgumentException("validateEvery is at least 1, not " + validateEvery);
        }
    }
}
