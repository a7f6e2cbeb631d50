package id.laporpustaka.app;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// The lines that whoever starts the product reads when it is ready.
final class Welcome {
    private Welcome() {}

    /// @param botName the bot's user name, without `@`
    /// @param firstAdminToken of the link that makes its opener the first admin
    static void print(
            PrintStream out, Settings settings, String botName, Optional<String> firstAdminToken, Duration took) {
        out.printf(
                Locale.ROOT,
                "Lapor Pustaka siap dalam %.1f detik (ready). Ctrl-C menghentikannya (stops it).%n",
                took.toMillis() / 1000.0);
        if (settings.simulated()) {
            out.printf("  Simulator  http://localhost:%d/simulator%n", settings.httpPort());
        } else {
            out.printf("  Bot        https://t.me/%s%n", botName);
        }
        out.printf("  Web        %s  (kirim /web kepada bot; send /web to the bot)%n", settings.publicUrl());
        out.printf(
                "  Data       %s%n",
                settings.databaseUrl().<Object>map(url -> url).orElse(settings.dataDir()));
        firstAdminToken.ifPresent(token -> out.printf(
                "  Admin      https://t.me/%s?start=%s  (30 menit, sekali pakai; 30 minutes, once)%n", botName, token));
        out.flush();
    }
}
