package id.laporpustaka.web;

import id.laporpustaka.summary.Period;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Addresses of our own pages, without the language.
final class Addresses {
    private static final Pattern NOT_FOR_A_FILE_NAME = Pattern.compile("[^A-Za-z0-9._ -]");

    private Addresses() {}

    /// The header `Content-Disposition` of a file, with its name for programs that know letters beyond ASCII
    /// and for those that do not (RFC 6266).
    static String attachment(String name) {
        var plain = NOT_FOR_A_FILE_NAME.matcher(name).replaceAll("_");
        var full = Pages.encode(name).replace("+", "%20");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, full);
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// The summary of a period, in a region or in all that the person coordinates.
    static String summary(Period period, Optional<String> regionCode) {
        var base = "%s?%s=%s&%s=%s"
                .formatted(SummaryPage.PATH, SummaryParameters.FROM, period.from(), SummaryParameters.TO, period.to());
        return regionCode
                .map(code -> base + "&" + SummaryParameters.REGION + "=" + code)
                .orElse(base);
    }

    /// The single reports of a period.
    static String reports(Period period, Optional<String> regionCode) {
        return with(
                ReportTableRoutes.PATH,
                SummaryParameters.FROM,
                period.from().toString(),
                SummaryParameters.TO,
                period.to().toString(),
                SummaryParameters.REGION,
                regionCode.orElse(""));
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

    /// What stands before the parameters.
    static String path(String address) {
        var query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    /// The parameters, as hidden fields of a form that goes to the same address.
    static List<TableView.Field> fields(String address) {
        var query = address.indexOf('?');
        return query < 0
                ? List.of()
                : Stream.of(address.substring(query + 1).split("&", -1))
                        .map(parameter -> parameter.split("=", 2))
                        .map(parts -> new TableView.Field(parts[0], decode(parts[1])))
                        .toList();
    }
}
