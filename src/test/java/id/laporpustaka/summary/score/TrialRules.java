package id.laporpustaka.summary.score;

import id.laporpustaka.place.LibraryType;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The rules that come with the product, written apart from the migration.
public final class TrialRules {
    private TrialRules() {}

    public static ScoreRules get() {
        var goals = new EnumMap<LibraryType, Map<Indicator, Goal>>(LibraryType.class);
        for (var type : LibraryType.values()) {
            goals.put(
                    type,
                    switch (type) {
                        case KAB, PROV -> goals(8, 200, 2, 2, 4, 3);
                        case DESA, KEL, KEC, TBM, IBD, PSN, LAIN -> goals(4, 60, 1, 1, 2, 1);
                    });
        }
        return new ScoreRules(
                2025,
                "KPI versi uji coba",
                new BigDecimal("75.0"),
                new BigDecimal("40.0"),
                3,
                4,
                List.of(
                        new Counting(Indicator.ENGAGEMENTS, "PM", Measure.SESSIONS, 1, true, true),
                        new Counting(Indicator.PARTICIPANTS, "PM", Measure.PARTICIPANTS, 1, true, true),
                        new Counting(Indicator.ADVOCACIES, "AD", Measure.REPORTS, 1, false, false),
                        new Counting(Indicator.SERVICES, "LI", Measure.REPORTS, 3, true, false),
                        new Counting(Indicator.PUBLICATIONS, "PB", Measure.POSTS, 1, false, false),
                        new Counting(Indicator.STORIES, "CD", Measure.REPORTS, 3, false, false),
                        new Counting(Indicator.REGULARITY, "ST", Measure.REGULAR_MONTHS, 1, false, false)),
                goals);
    }

    private static Map<Indicator, Goal> goals(
            int engagements, int participants, int advocacies, int services, int publications, int stories) {
        return Map.of(
                Indicator.ENGAGEMENTS, goal(engagements, "0.3500"),
                Indicator.PARTICIPANTS, goal(participants, "0.1000"),
                Indicator.ADVOCACIES, goal(advocacies, "0.1500"),
                Indicator.SERVICES, goal(services, "0.1000"),
                Indicator.PUBLICATIONS, goal(publications, "0.1000"),
                Indicator.STORIES, goal(stories, "0.1000"),
                Indicator.REGULARITY, goal(1, "0.1000"));
    }

    private static Goal goal(int target, String weight) {
        return new Goal(new BigDecimal(target).setScale(2), new BigDecimal(weight));
    }
}
