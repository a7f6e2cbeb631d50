package id.laporpustaka.web;

import id.laporpustaka.summary.score.Colour;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How many libraries have which colour, as one bar and its legend; a colour never stands without its word.
record Medals(Frame frame) {
    private static final double PERCENT = 100;

    List<SummaryView.Medal> of(Map<Colour, Integer> counts, Optional<String> regionCode, int year) {
        var libraries = counts.values().stream().mapToInt(count -> count).sum();
        var medals = new ArrayList<SummaryView.Medal>();
        var begin = 0.0;
        for (var colour : Colour.values()) {
            var count = counts.getOrDefault(colour, 0);
            var share = libraries == 0 ? 0 : (double) count / libraries;
            medals.add(new SummaryView.Medal(
                    label(colour),
                    frame.words().number(count),
                    frame.words().percent(share),
                    begin,
                    PERCENT * share,
                    look(colour),
                    frame.link(StandingRoutes.address(year, regionCode, Optional.of(colour)))));
            begin += PERCENT * share;
        }
        return medals;
    }

    String label(Colour colour) {
        return frame.text("score.colour." + colour.name().toLowerCase(Locale.ROOT));
    }

    static String look(Colour colour) {
        return "medal-" + colour.name().toLowerCase(Locale.ROOT);
    }

    StatusMark mark(Colour colour) {
        return new StatusMark(label(colour), "state medal " + look(colour));
    }
}
