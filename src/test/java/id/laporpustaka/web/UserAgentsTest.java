package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.people.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36         | CHROME   | ANDROID
        Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36         | SAMSUNG  | ANDROID
        Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36 Telegram-Android/11.3.3 (x) | TELEGRAM | ANDROID
        Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0               | EDGE     | WINDOWS
        Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0                                        | FIREFOX  | WINDOWS
        Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1     | SAFARI   | IOS
        Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 CriOS/131.0 Mobile/15E148 Safari/604.1      | CHROME   | IOS
        Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15   | SAFARI   | MACOS
        Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36 OPR/116.0.0.0                         | OPERA    | LINUX
        curl/8.5.0                                                                                                              | OTHER    | OTHER
        """)
    void names_what_a_person_would_call_it(String text, Device.Browser browser, Device.Platform platform) {
        assertThat(UserAgents.deviceOf(text)).isEqualTo(new Device(browser, platform));
    }

    @Test
    void who_says_nothing_is_unknown() {
        assertThat(UserAgents.deviceOf(null)).isEqualTo(Device.UNKNOWN);
    }
}
