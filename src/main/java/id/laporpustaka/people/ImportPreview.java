package id.laporpustaka.people;

import java.util.List;

/// What an import would do.
///
/// @param created rows that would become new libraries
/// @param existing rows whose library is there already, and would get an invitation only
/// @param findings of all other rows, in the order of the sheet
public record ImportPreview(int created, int existing, List<ImportFinding> findings) {
    public ImportPreview {
        findings = List.copyOf(findings);
    }
}
