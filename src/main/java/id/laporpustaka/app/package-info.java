/// Reads the settings, makes every object of the product, starts them in order and ends them in the reverse order.
/// Start reading at [Main].
@NullMarked
package id.laporpustaka.app;

import org.jspecify.annotations.NullMarked;
