package id.laporpustaka.people;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// An entry of the audit log, with the names as they are now.
///
/// @param by empty if the product itself did it
/// @param byName empty for the product and for who has been erased
/// @param about to whom it was done
/// @param details JSON, as it was recorded
/// @param channel empty for entries of which it is not known
/// @param address emptied some time after it was recorded, and left out where it is nobody's business
public record AuditLine(
        long id,
        Instant at,
        String action,
        OptionalLong by,
        Optional<String> byName,
        OptionalLong about,
        Optional<String> aboutName,
        OptionalLong libraryId,
        Optional<String> libraryName,
        Optional<String> regionName,
        String details,
        Optional<By.Channel> channel,
        Optional<String> address) {

    AuditLine withoutAddress() {
        return new AuditLine(
                id,
                at,
                action,
                by,
                byName,
                about,
                aboutName,
                libraryId,
                libraryName,
                regionName,
                details,
                channel,
                Optional.empty());
    }
}
