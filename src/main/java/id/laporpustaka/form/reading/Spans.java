package id.laporpustaka.form.reading;

import id.laporpustaka.form.reading.MessageText.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Places of a message that a pattern finds.
final class Spans {
    private Spans() {}

    /// Without space around them; none overlaps another.
    static List<Part> list(MessageText message, Pattern pattern) {
        var parts = new ArrayList<Part>();
        var matcher = message.matcher(pattern);
        while (matcher.find()) {
            var found = message.low().substring(matcher.start(), matcher.end());
            var start = matcher.start() + found.length() - found.stripLeading().length();
            if (!found.isBlank()) {
                parts.add(new Part(start, start + found.strip().length()));
            }
        }
        return parts;
    }
}
