package id.laporpustaka.summary;

/// By what a summary is broken down.
public enum GroupBy {
    /// Not at all: totals only.
    NONE,
    /// The month in which an activity began.
    MONTH,
    /// The form that was filled in.
    TYPE,
    STATUS,
    TOPIC,
    AGE_GROUP,
    ACTIVITY_FORM,
    /// A report with several partners is in several groups; so it is with [#FUND] and [#QUESTION].
    PARTNER,
    FUND,
    PROVINCE,
    REGENCY,
    DISTRICT,
    VILLAGE,
    LIBRARY,
    /// Who sent the reports.
    REPORTER,
    /// The choices of a question that the query names.
    QUESTION
}
