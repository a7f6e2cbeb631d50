package id.laporpustaka.export.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report as programs get it; what it does not say is left out. The names of the components are a promise.
///
/// @param mergedInto the number of the report that it doubles
/// @param sharedWith the number of another library's report on the same event
/// @param changedAt when anything became of it last
/// @param reporter the id of a person, the same in all reports of theirs
/// @param amount in whole rupiah
/// @param answers by question, as typed as they are kept, without what is private
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FedReport(
        String number,
        String form,
        String formVersion,
        int revision,
        String status,
        @Nullable String mergedInto,
        @Nullable String sharedWith,
        Instant sentAt,
        Instant changedAt,
        LocalDate dateStart,
        LocalDate dateEnd,
        ReportLibrary library,
        long reporter,
        @Nullable String title,
        @Nullable String activityForm,
        @Nullable String topic,
        @Nullable String mode,
        @Nullable String ageGroup,
        int sessions,
        @Nullable Integer male,
        @Nullable Integer female,
        @Nullable Integer participants,
        @Nullable Integer disabled,
        @Nullable Long amount,
        int photos,
        List<String> partners,
        List<String> funds,
        @Nullable String regulation,
        ObjectNode answers) {
    public FedReport {
        partners = List.copyOf(partners);
        funds = List.copyOf(funds);
    }

    /// The library that it is about.
    ///
    /// @param region the code of what it lies in, a village for most
    public record ReportLibrary(long id, String name, String type, String region) {}
}
