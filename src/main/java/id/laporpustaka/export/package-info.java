/// Takes sheets of libraries in and gives them back with an invitation in each row, for chat and web alike.
/// Start reading at [SheetImports] and [LibrarySheet].
@NullMarked
package id.laporpustaka.export;

import org.jspecify.annotations.NullMarked;
