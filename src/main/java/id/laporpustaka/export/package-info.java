/// Takes sheets of libraries in and gives them back with an invitation in each row, for chat and web alike.
/// Prints reports as PDF, and makes the files that people ask for. Start reading at [SheetImports] and [LibrarySheet],
/// at [ReportDocuments] and [ReportPdf], and at [Exports] and [ExportMaker].
@NullMarked
package id.laporpustaka.export;

import org.jspecify.annotations.NullMarked;
