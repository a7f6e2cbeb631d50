package id.laporpustaka.summary;

/// By what a summary is broken down.
public enum GroupBy {
    /// Not at all: totals only.
    NONE,
    /// The month in which an activity began.
    MONTH,
    /// The form that was filled in.
    TYPE,
    TOPIC,
    AGE_GROUP,
    ACTIVITY_FORM,
    PROVINCE,
    REGENCY,
    DISTRICT,
    VILLAGE,
    LIBRARY
}
