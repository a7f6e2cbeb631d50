package id.laporpustaka.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Posts to an address that a stranger has chosen. It connects to exactly the machine whose address was checked,
/// follows nothing, reads no more than the status, and ends in time whatever the other side does; the clients of the
/// JDK look the host up again by themselves.
final class Posting {
    private static final int LONGEST_STATUS_LINE = 1_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

    private final boolean isLocal;
    private final Duration within;
    private final SSLSocketFactory tls;

    /// @param isLocal whether everything is on one machine
    /// @param within how long a request may take, all in all
    Posting(boolean isLocal, Duration within) {
        this(isLocal, within, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    Posting(boolean isLocal, Duration within, SSLSocketFactory tls) {
        this.isLocal = isLocal;
        this.within = within;
        this.tls = tls;
    }

    /// What came of it.
    sealed interface Outcome {
        record Answered(int status) implements Outcome {}

        /// Nothing that can be understood as an answer.
        record Unanswered(Problem problem) implements Outcome {}
    }

    /// Why there was no answer. The names, in lower case, are stored and never change.
    enum Problem {
        /// The host is not known.
        UNKNOWN_HOST,
        /// The host is not on the public internet.
        NOT_PUBLIC,
        /// Nothing listens there, or the network does not go there.
        NO_CONNECTION,
        /// The certificate is not valid, or it is not TLS.
        NO_TLS,
        TIMEOUT,
        /// The connection ended, or what came is not HTTP.
        NO_ANSWER
    }

    Outcome post(URI address, Map<String, String> headers, String body) throws InterruptedException {
        var isLate = new AtomicBoolean();
        try (var socket = new Socket()) {
            var alarm = Thread.ofVirtual().start(() -> closeLate(socket, isLate));
            try {
                return new Outcome.Answered(exchange(socket, address, headers, body));
            } finally {
                alarm.interrupt();
            }
        } catch (WebhookAddress.NotPublic _) {
            return new Outcome.Unanswered(Problem.NOT_PUBLIC);
        } catch (UnknownHostException _) {
            return new Outcome.Unanswered(Problem.UNKNOWN_HOST);
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return new Outcome.Unanswered(isLate.get() ? Problem.TIMEOUT : problem(e));
        }
    }

    private static Problem problem(IOException e) {
        return switch (e) {
            case SocketTimeoutException _ -> Problem.TIMEOUT;
            case SSLException _ -> Problem.NO_TLS;
            case ConnectException _, NoRouteToHostException _ -> Problem.NO_CONNECTION;
            default -> Problem.NO_ANSWER;
        };
    }

    private void closeLate(Socket socket, AtomicBoolean isLate) {
        try {
            Thread.sleep(within);
            isLate.set(true);
            socket.close();
        } catch (InterruptedException | IOException _) {
            return; // it was in time, or is closed already
        }
    }

    private int exchange(Socket plain, URI address, Map<String, String> headers, String body) throws IOException {
        var isTls = "https".equals(address.getScheme());
        var port = address.getPort() > 0 ? address.getPort() : isTls ? 443 : 80;
        var checked = WebhookAddress.resolve(address.getHost(), isLocal).getFirst();
        plain.connect(new InetSocketAddress(checked, port), Math.toIntExact(within.toMillis()));
        var socket = isTls ? secured(plain, address.getHost(), port) : plain;
        var content = body.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        out.writeBytes(head(address, headers, content.length));
        out.writeBytes(content);
        socket.getOutputStream().write(out.toByteArray());
        socket.getOutputStream().flush();
        return status(socket.getInputStream());
    }

    private Socket secured(Socket plain, String host, int port) throws IOException {
        if (!(tls.createSocket(plain, host, port, true) instanceof SSLSocket socket)) {
            throw new SSLException("No TLS");
        }
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] head(URI address, Map<String, String> headers, int length) {
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        var target = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        var head = new StringBuilder("POST " + target + " HTTP/1.1\r\nHost: " + address.getRawAuthority() + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// Interim answers are passed over.
    private static int status(InputStream in) throws IOException {
        while (true) {
            var matcher = STATUS.matcher(line(in));
            if (!matcher.matches()) {
                throw new IOException("Not an answer in HTTP");
            }
            var status = Integer.parseInt(matcher.group(1));
            if (status >= 200) {
                return status;
            }
            skipHeaders(in);
        }
    }

    private static void skipHeaders(InputStream in) throws IOException {
        String header;
        do {
            header = line(in);
        } while (!header.isEmpty());
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_STATUS_LINE) {
                throw new IOException("The answer ends too soon, or not at all");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
