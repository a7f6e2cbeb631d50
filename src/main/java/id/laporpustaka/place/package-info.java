/// Where libraries are: Indonesia's regions with their codes, the libraries, and the clocks they live by.
/// Start reading at [Region] and [Library].
@NullMarked
package id.laporpustaka.place;

import org.jspecify.annotations.NullMarked;
