package id.laporpustaka.summary;

import id.laporpustaka.submission.Status;
import java.util.Optional;
import java.util.OptionalLong;

/// Which reports of a scope and period a summary is about. What is empty narrows nothing.
///
/// @param formId the form that was filled in
/// @param status one of those that count
/// @param topic a choice, like `activityForm` and `ageGroup`, of the question with that indicator
/// @param partner one of the choices of the question with the indicator `partner`; `fund` likewise
/// @param library the one whose reports they are
/// @param answer a choice of any question
public record SummaryFilter(
        Optional<String> formId,
        Optional<Status> status,
        Optional<String> topic,
        Optional<String> activityForm,
        Optional<String> ageGroup,
        Optional<String> partner,
        Optional<String> fund,
        OptionalLong library,
        Optional<Answer> answer) {
    private static final SummaryFilter NONE = new SummaryFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty());

    /// That a choice was taken.
    ///
    /// @param question the name of a `select_one` or `select_multiple` outside of repeats
    public record Answer(String question, String code) {}

    public static SummaryFilter none() {
        return NONE;
    }

    public SummaryFilter withForm(String id) {
        return new SummaryFilter(
                Optional.of(id), status, topic, activityForm, ageGroup, partner, fund, library, answer);
    }

    public SummaryFilter withStatus(Status other) {
        return new SummaryFilter(
                formId, Optional.of(other), topic, activityForm, ageGroup, partner, fund, library, answer);
    }

    public SummaryFilter withTopic(String code) {
        return new SummaryFilter(
                formId, status, Optional.of(code), activityForm, ageGroup, partner, fund, library, answer);
    }

    public SummaryFilter withActivityForm(String code) {
        return new SummaryFilter(formId, status, topic, Optional.of(code), ageGroup, partner, fund, library, answer);
    }

    public SummaryFilter withAgeGroup(String code) {
        return new SummaryFilter(
                formId, status, topic, activityForm, Optional.of(code), partner, fund, library, answer);
    }

    public SummaryFilter withPartner(String code) {
        return new SummaryFilter(
                formId, status, topic, activityForm, ageGroup, Optional.of(code), fund, library, answer);
    }

    public SummaryFilter withFund(String code) {
        return new SummaryFilter(
                formId, status, topic, activityForm, ageGroup, partner, Optional.of(code), library, answer);
    }

    public SummaryFilter withLibrary(long id) {
        return new SummaryFilter(
                formId, status, topic, activityForm, ageGroup, partner, fund, OptionalLong.of(id), answer);
    }

    public SummaryFilter withAnswer(Answer other) {
        return new SummaryFilter(
                formId, status, topic, activityForm, ageGroup, partner, fund, library, Optional.of(other));
    }
}
