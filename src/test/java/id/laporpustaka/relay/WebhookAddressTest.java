package id.laporpustaka.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://contoh.go.id/hook?kunci=1",
                "https://contoh.go.id:8443/",
                "https://203.0.113.9",
                "https://[2606:4700::1111]/x"
            })
    void an_https_address_will_do(String typed) {
        assertThat(WebhookAddress.parse(typed, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "contoh.go.id",
                "http://contoh.go.id/",
                "ftp://contoh.go.id/",
                "file:///etc/passwd",
                "https://",
                "https:/contoh",
                "https://user:pass@contoh.go.id/",
                "https://contoh.go.id/#bagian",
                "https://contoh.go.id:99999/",
                "https://contoh.go.id:0/",
                "https://contoh.go.id/a b",
                "https://contoh.go.id/\r\nHost: x",
                "https://con_toh\n/",
                "http://localhost:8080/"
            })
    void anything_else_will_not(String typed) {
        assertThat(WebhookAddress.parse(typed, false)).isEmpty();
    }

    @Test
    void for_trying_out_this_machine_will_do_and_no_other_without_tls() {
        assertThat(WebhookAddress.parse("http://localhost:9000/x", true)).isPresent();
        assertThat(WebhookAddress.parse("http://127.0.0.1:9000/x", true)).isPresent();
        assertThat(WebhookAddress.parse("http://192.168.1.4/x", true)).isEmpty();
        assertThat(WebhookAddress.parse("http://127.0.0.1.contoh.go.id/x", true))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "198.19.9.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:0:1::1",
                "2001:db8::1",
                "fec0::1"
            })
    void what_is_not_the_public_internet_is_refused(String address) throws UnknownHostException {
        assertThat(WebhookAddress.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.1.0.1", "2606:4700::1111", "2001:4860::8888"})
    void what_is_will_do(String address) throws UnknownHostException {
        assertThat(WebhookAddress.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "0x7f.1", "2130706433", "169.254.169.254"})
    void a_host_is_judged_by_what_it_leads_to(String host) {
        assertThatThrownBy(() -> WebhookAddress.resolve(host, false)).isInstanceOf(UnknownHostException.class);
    }
}
