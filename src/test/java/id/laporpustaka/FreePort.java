package id.laporpustaka;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports for servers that tests start in processes of their own.
///
/// They lie below those that Linux gives to whoever connects (`net.ipv4.ip_local_port_range`, from 32768 on), so one
/// is still free when its server, having been killed, starts again.
public final class FreePort {
    private static final int FIRST = 26_000;
    private static final int AFTER_LAST = 32_000;

    private FreePort() {}

    /// One at random, so that processes that ask at once get different ones.
    public static int find() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
            try (var _ = new ServerSocket(port)) {
                return port;
            } catch (IOException _) {
                // another program has it
            }
        }
    }
}
