package id.laporpustaka.summary.score;

/// What a score is made of. The names are stored and never change; what each counts is said by the [ScoreRules].
public enum Indicator {
    ENGAGEMENTS,
    PARTICIPANTS,
    ADVOCACIES,
    SERVICES,
    PUBLICATIONS,
    STORIES,
    REGULARITY
}
