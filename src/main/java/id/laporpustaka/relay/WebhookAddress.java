package id.laporpustaka.relay;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a webhook may point: `https` at the public internet, so that nobody makes this server call what only it can
/// reach. Where everything is on one machine for trying out, `http` at that machine too.
public final class WebhookAddress {
    private static final int LONGEST = 2_000;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

    private WebhookAddress() {}

    /// What was typed, if a webhook may have it; whether its host is allowed is known only when it is looked up.
    ///
    /// @param isLocal whether everything is on one machine
    public static Optional<URI> parse(String typed, boolean isLocal) {
        if (typed.length() > LONGEST || !VISIBLE.matcher(typed).matches()) {
            return Optional.empty();
        }
        try {
            var address = new URI(typed);
            var host = address.getHost();
            if (host == null || address.getUserInfo() != null || address.getFragment() != null || isBadPort(address)) {
                return Optional.empty();
            }
            var isLoopback =
                    isLocal && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
            return "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && isLoopback)
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static boolean isBadPort(URI address) {
        return address.getPort() == 0 || address.getPort() > 65_535;
    }

    /// Looks a host up and refuses it if any of its addresses is not public. Who connects must use one of these
    /// addresses: another look-up could give others.
    ///
    /// @throws UnknownHostException also when the host is not allowed, see [NotPublic]
    public static List<InetAddress> resolve(String host, boolean isLocal) throws UnknownHostException {
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var addresses = List.of(InetAddress.getAllByName(bare));
        if (!isLocal && !addresses.stream().allMatch(WebhookAddress::isPublic)) {
            throw new NotPublic(host);
        }
        return addresses;
    }

    /// A host that lies in this machine, its network or another place that is not the public internet.
    public static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublic(String host) {
            super(host + " is not public");
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic4(four.getAddress());
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    /// Not the blocks that IANA lists as special (RFC 6890) beyond those that Java knows.
    private static boolean isPublic4(byte[] bytes) {
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        var isShared = first == 100 && (second & 0xc0) == 64;
        var isProtocol = first == 192 && second == 0;
        var isBenchmark = first == 198 && (second & 0xfe) == 18;
        return first != 0 && first < 240 && !isShared && !isProtocol && !isBenchmark;
    }

    /// Global unicast only, and none of the blocks in which an address of IPv4 can hide.
    private static boolean isPublic6(byte[] bytes) {
        var first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        var second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        var isGlobal = (first & 0xe000) == 0x2000;
        var isTunnel = first == 0x2002 || (first == 0x2001 && second < 0x200);
        var isExample = first == 0x2001 && second == 0xdb8;
        return isGlobal && !isTunnel && !isExample;
    }
}
