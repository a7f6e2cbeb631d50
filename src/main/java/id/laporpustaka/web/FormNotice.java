package id.laporpustaka.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What has just been done with a form, carried in the address of the page that says so, so that reloading it does
/// nothing again.
enum FormNotice {
    PUBLISHED,
    ALREADY_PUBLISHED,
    DISCARDED,
    RETIRED,
    OFFERED,
    GONE;

    private static final String PARAMETER = "hasil";

    /// One that is to be shown.
    record Shown(FormNotice notice, String form, String version) {
        String text(Words words, String title) {
            return words.text(notice.key(), title, version);
        }
    }

    String address(String form, String version) {
        return FormRoutes.PATH + "?" + PARAMETER + "=" + code() + "&" + FormRoutes.FORM + "=" + Pages.encode(form) + "&"
                + FormRoutes.VERSION + "=" + Pages.encode(version);
    }

    static Optional<Shown> find(Context context) {
        var code = context.queryParam(PARAMETER);
        return Stream.of(values())
                .filter(notice -> notice.code().equals(code))
                .map(notice -> new Shown(
                        notice,
                        Optional.ofNullable(context.queryParam(FormRoutes.FORM)).orElse(""),
                        Optional.ofNullable(context.queryParam(FormRoutes.VERSION))
                                .orElse("")))
                .findFirst();
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private String key() {
        return "forms.done." + code();
    }
}
