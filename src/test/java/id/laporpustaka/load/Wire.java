package id.laporpustaka.load;

import id.laporpustaka.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/// Leads from one port of this machine to another, and can be slow, stand still or be cut.
///
/// Seen from one end, cutting it is the death of whoever is at the other: connections are reset, what was under way
/// may have been done there or not, and new connections are refused.
final class Wire implements AutoCloseable {
    private static final CountDownLatch OPEN = new CountDownLatch(0);

    private final int target;
    private final int port;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private volatile Duration delay = Duration.ZERO;
    private volatile CountDownLatch gate = OPEN;

    private Wire(int target, ServerSocket door) {
        this.target = target;
        this.door = door;
        this.port = door.getLocalPort();
    }

    static Wire to(int target) throws IOException {
        var wire = new Wire(target, listen(FreePort.find()));
        wire.connectWhoComes();
        return wire;
    }

    int port() {
        return port;
    }

    /// Each piece that comes through arrives so much later, in both directions.
    void slowDown(Duration by) {
        delay = by;
    }

    /// Nothing comes through and nobody is told, until [#goOn].
    void standStill() {
        gate = new CountDownLatch(1);
    }

    void goOn() {
        gate.countDown();
    }

    void cut() throws IOException {
        door.close();
        ends.forEach(Wire::reset);
    }

    void mend() throws IOException {
        door = listen(port);
        connectWhoComes();
    }

    @Override
    public void close() throws IOException {
        goOn();
        cut();
    }

    private static ServerSocket listen(int port) throws IOException {
        var door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return door;
    }

    private void connectWhoComes() {
        var present = door;
        Thread.ofVirtual().start(() -> {
            while (true) {
                try {
                    connect(present, present.accept());
                } catch (SocketException _) {
                    return;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private void connect(ServerSocket through, Socket near) throws IOException {
        ends.add(near);
        try {
            var far = new Socket(InetAddress.getLoopbackAddress(), target);
            ends.add(far);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            carry(near, far);
            carry(far, near);
            if (through.isClosed()) {
                reset(near);
                reset(far);
            }
        } catch (IOException _) {
            reset(near);
        }
    }

    private void carry(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            var piece = new byte[65_536];
            try {
                var in = from.getInputStream();
                var out = to.getOutputStream();
                for (var length = in.read(piece); length >= 0; length = in.read(piece)) {
                    gate.await();
                    Thread.sleep(delay);
                    out.write(piece, 0, length);
                }
                to.shutdownOutput();
            } catch (IOException _) {
                reset(from);
                reset(to);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            if (from.isInputShutdown() || from.isOutputShutdown()) {
                ends.remove(from);
            }
        });
    }

    private static void reset(Socket end) {
        try {
            end.setSoLinger(true, 0);
            end.close();
        } catch (IOException _) {
            // it has ended by itself
        }
    }
}
