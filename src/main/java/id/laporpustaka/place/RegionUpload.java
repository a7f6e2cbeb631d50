package id.laporpustaka.place;

import java.time.LocalDate;

/// A version of the region data that an admin has uploaded.
///
/// @param id another one for each file
/// @param version its name
/// @param validFrom its first day
/// @param zip the four CSV files, which have been read without faults
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record RegionUpload(long id, String version, LocalDate validFrom, byte[] zip) {

    /// The regions in it.
    public RegionVersion read() {
        return switch (RegionVersion.read(zip, version)) {
            case RegionReading.Accepted(var regions) -> regions;
            case RegionReading.Refused refused ->
                throw new IllegalStateException("The region data that were uploaded are broken: " + refused);
        };
    }
}
