package id.laporpustaka.summary;

/// What some reports add up to. What a report does not say counts as 0.
///
/// @param participants male, female and those of whom only the number is known
/// @param disabled those of the participants who have a disability
/// @param amount in rupiah
/// @param libraries how many different libraries sent the reports
public record Totals(
        long reports,
        long sessions,
        long male,
        long female,
        long participants,
        long disabled,
        long amount,
        long photos,
        long libraries) {
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
