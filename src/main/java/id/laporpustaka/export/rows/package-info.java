/// Writes reports as tables, a row each, however many there are: as a workbook or as CSV. Start reading at
/// [ReportSheets]; [FormColumns] says which columns a form has.
@NullMarked
package id.laporpustaka.export.rows;

import org.jspecify.annotations.NullMarked;
