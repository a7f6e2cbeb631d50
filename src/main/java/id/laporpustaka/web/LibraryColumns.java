package id.laporpustaka.web;

import id.laporpustaka.place.Region;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/// Columns that lists of libraries share, under the same names in the address.
final class LibraryColumns {
    private LibraryColumns() {}

    /// A library's name, which leads to its page.
    static Cell name(Frame frame, long id, String name) {
        return Cell.text(Typed.harmless(name)).at(frame.link(Desk.LIBRARIES + "/" + id));
    }

    static <R> Table.Column<R> place(Function<R, PlaceNames> places, Function<R, Region> region) {
        return new Table.Column<>(
                "tempat", false, true, row -> Cell.text(places.apply(row).title(region.apply(row))));
    }

    static <R> Table.Column<R> code(Function<R, Region> region) {
        return new Table.Column<>(
                "kode", false, false, row -> Cell.text(region.apply(row).code()));
    }

    /// The day of its last report, by which the list can be ordered.
    ///
    /// @param name of the column in the address
    static <R> Table.Column<R> last(String name, Frame frame, Function<R, Optional<LocalDate>> day) {
        return new Table.Column<>(
                name,
                true,
                true,
                row -> day.apply(row).map(it -> Cell.day(frame, it)).orElseGet(Cell::none));
    }
}
