package id.laporpustaka.form.expression;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/// Functions of days and times.
final class TimeFunctions {
    private TimeFunctions() {}

    static Node today() {
        return context -> new Datum.Day(context.today());
    }

    static Node now() {
        return context -> new Datum.Moment(context.now());
    }

    static Node day(List<Node> arguments) {
        var value = arguments.getFirst();
        return context -> Coercion.findDay(value.value(context))
                .<Datum>map(Datum.Day::new)
                .orElse(Datum.NOTHING);
    }

    static Node moment(List<Node> arguments) {
        var value = arguments.getFirst();
        return context -> Coercion.findMoment(value.value(context))
                .<Datum>map(Datum.Moment::new)
                .orElse(Datum.NOTHING);
    }

    static Node decimalDateTime(List<Node> arguments) {
        var value = arguments.getFirst();
        return context -> Datum.of(Coercion.findMoment(value.value(context))
                .map(at -> new Datum.Moment(at).number())
                .orElse(Double.NaN));
    }

    static Node decimalTime(List<Node> arguments) {
        var value = arguments.getFirst();
        return context -> {
            var datum = value.value(context);
            if (datum instanceof Datum.TimeOfDay) {
                return Datum.of(datum.number());
            }
            return Datum.of(Coercion.findMoment(datum)
                    .map(at -> Coercion.fraction(at.toLocalTime()))
                    .orElse(Double.NaN));
        };
    }

    /// The letters of ODK: `%Y %y %m %n %b %d %e %H %h %M %S %3 %a`; names are in the language of the person.
    static Node format(List<Node> arguments) {
        var value = arguments.get(0);
        var layout = arguments.get(1);
        return context -> {
            var moment = Coercion.findMoment(value.value(context));
            if (moment.isEmpty()) {
                return Datum.NOTHING;
            }
            return Datum.of(formatted(moment.get(), layout.value(context).text(), context.locale()));
        };
    }

    private static String formatted(LocalDateTime at, String layout, Locale locale) {
        var text = new StringBuilder();
        for (var i = 0; i < layout.length(); i++) {
            var letter = layout.charAt(i);
            if (letter != '%' || i + 1 == layout.length()) {
                text.append(letter);
            } else {
                text.append(part(at, layout.charAt(++i), locale));
            }
        }
        return text.toString();
    }

    private static String part(LocalDateTime at, char letter, Locale locale) {
        return switch (letter) {
            case 'Y' -> padded(at.getYear(), 4);
            case 'y' -> padded(at.getYear() % 100, 2);
            case 'm' -> padded(at.getMonthValue(), 2);
            case 'n' -> padded(at.getMonthValue(), 1);
            case 'b' -> at.getMonth().getDisplayName(TextStyle.SHORT, locale);
            case 'd' -> padded(at.getDayOfMonth(), 2);
            case 'e' -> padded(at.getDayOfMonth(), 1);
            case 'H' -> padded(at.getHour(), 2);
            case 'h' -> padded(at.getHour(), 1);
            case 'M' -> padded(at.getMinute(), 2);
            case 'S' -> padded(at.getSecond(), 2);
            case '3' -> padded(at.getNano() / 1_000_000, 3);
            case 'a' -> at.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
            case '%' -> "%";
            default -> "";
        };
    }

    private static String padded(int number, int width) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }
}
