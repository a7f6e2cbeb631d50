package id.laporpustaka.conversation;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// What a file that somebody asks for is made of.
public sealed interface ExportKind {
    /// Reports, a row each.
    ///
    /// @param codes whether by names and codes rather than by what people read
    /// @param split whether each choice of several has a column of its own, with 1 and 0
    /// @param forms their ids; none for all
    record Reports(Format format, boolean codes, boolean split, Set<String> forms) implements ExportKind {
        public Reports {
            forms = Collections.unmodifiableSet(new TreeSet<>(forms));
        }
    }

    /// One without choices of its own. The names are stored and never change.
    enum Fixed implements ExportKind {
        /// Totals, pictures and tables of a summary, as PDF.
        SUMMARY,
        /// The photos that may be shown, in folders of their libraries.
        PHOTOS,
        /// What the index of literacy (IPLM) asks libraries for once a year, as a workbook.
        IPLM,
        /// What SIM TPBIS counts, as a workbook.
        SIM_TPBIS
    }

    /// The names are stored and never change.
    enum Format {
        XLSX,
        CSV
    }
}
