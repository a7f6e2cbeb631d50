package id.laporpustaka.form.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A message of which parts are taken one after another; what is taken reads as line breaks from then on.
final class MessageText {
    private static final Pattern MARKUP = Pattern.compile("[*_~`]+(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}.:!?)])[*_~`]+");
    private static final Pattern BULLET =
            Pattern.compile("(?m)^ ?(?:[-•*▪●○·➢➤>+]+ ?(?=[^\\d\\s])|[-•*▪●○·➢➤>]+ |\\d{1,2}[.)] )++");
    private static final Pattern BREAK = Pattern.compile("[\\n,;|•]|(?<=[a-z0-9]{4}|\\))[.!?](?= |\\n|$)| - ");
    private static final Pattern LINE = Pattern.compile("\\n");

    private final StringBuilder text;
    private final StringBuilder low;

    private MessageText(String text) {
        this.text = new StringBuilder(text);
        this.low = new StringBuilder(text.length());
        text.chars().forEach(sign -> low.append((char) Character.toLowerCase(sign)));
    }

    /// Without emoji, bullets and the marks for bold and italics.
    static MessageText of(String cleaned) {
        var unmarked = MARKUP.matcher(cleaned).replaceAll("");
        return new MessageText(BULLET.matcher(unmarked).replaceAll(""));
    }

    /// Finds in lower case what is not taken yet.
    Matcher matcher(Pattern pattern) {
        return pattern.matcher(low.toString());
    }

    String low() {
        return low.toString();
    }

    /// As written.
    String part(Part part) {
        return text.substring(part.start(), part.end());
    }

    String lowPart(Part part) {
        return low.substring(part.start(), part.end());
    }

    void take(Part part) {
        for (var i = part.start(); i < part.end(); i++) {
            text.setCharAt(i, '\n');
            low.setCharAt(i, '\n');
        }
    }

    /// What is left, between commas, line breaks and the like; none is blank.
    List<Part> segments() {
        return split(BREAK);
    }

    /// From there to the end of the line, or to what was taken.
    Part restOfLine(int start) {
        var end = low.indexOf("\n", start);
        return new Part(start, end < 0 ? low.length() : end);
    }

    private List<Part> split(Pattern pattern) {
        var parts = new ArrayList<Part>();
        var matcher = matcher(pattern);
        var start = 0;
        while (matcher.find()) {
            add(parts, start, matcher.start());
            start = matcher.end();
        }
        add(parts, start, low.length());
        return parts;
    }

    private void add(List<Part> parts, int start, int end) {
        var first = start;
        var last = end;
        while (first < last && Character.isWhitespace(low.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(low.charAt(last - 1))) {
            last--;
        }
        if (first < last) {
            parts.add(new Part(first, last));
        }
    }

    /// The lines that are left.
    List<Part> lines() {
        return split(LINE);
    }

    /// A place in the message, the end not included.
    record Part(int start, int end) {
        boolean overlaps(Part other) {
            return start < other.end && other.start < end;
        }
    }
}
