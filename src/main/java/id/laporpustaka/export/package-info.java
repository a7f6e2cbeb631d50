/// Takes sheets of libraries in and gives them back with an invitation in each row, for chat and web alike.
/// Prints reports as PDF. Start reading at [SheetImports] and [LibrarySheet], and at [ReportDocuments] and
/// [ReportPdf].
@NullMarked
package id.laporpustaka.export;

import org.jspecify.annotations.NullMarked;
