package id.laporpustaka.web;

import io.javalin.http.Context;
import java.net.InetAddress;

/// Where a request really comes from.
final class RemoteAddress {
    private RemoteAddress() {}

    /// A peer in a private network is our reverse proxy: what it wrote last into `X-Forwarded-For` is then the
    /// address that it saw.
    static String of(Context context) {
        var peer = context.ip();
        var forwarded = context.header("X-Forwarded-For");
        if (forwarded == null || !isPrivate(peer)) {
            return peer;
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
    }

    private static boolean isPrivate(String address) {
        try {
            var literal = InetAddress.ofLiteral(address);
            return literal.isLoopbackAddress() || literal.isSiteLocalAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
