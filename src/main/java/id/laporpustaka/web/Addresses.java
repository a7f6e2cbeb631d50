package id.laporpustaka.web;

import id.laporpustaka.summary.Period;
import java.util.Optional;

/// Addresses of our own pages, without the language.
final class Addresses {
    private Addresses() {}

    /// The summary of a period, in a region or in all that the person coordinates.
    static String summary(Period period, Optional<String> regionCode) {
        var base = "%s?%s=%s&%s=%s"
                .formatted(SummaryPage.PATH, SummaryParameters.FROM, period.from(), SummaryParameters.TO, period.to());
        return regionCode
                .map(code -> base + "&" + SummaryParameters.REGION + "=" + code)
                .orElse(base);
    }

    /// An address with parameters added, those that are empty left out.
    ///
    /// @param parameters names and values by turns
    static String with(String address, String... parameters) {
        var all = new StringBuilder(address);
        for (var i = 0; i < parameters.length; i += 2) {
            if (!parameters[i + 1].isEmpty()) {
                all.append(all.indexOf("?") < 0 ? "?" : "&")
                        .append(parameters[i])
                        .append('=')
                        .append(Pages.encode(parameters[i + 1]));
            }
        }
        return all.toString();
    }
}
