/// Workbooks with the figures that the National Library asks libraries and agencies for, added up from their reports.
/// Start reading at [RecapSheets].
@NullMarked
package id.laporpustaka.export.recap;

import org.jspecify.annotations.NullMarked;
