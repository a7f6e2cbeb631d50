package id.laporpustaka.form.xlsform;

import java.util.List;

/// What became of a file that should hold a form.
public sealed interface WorkbookReading {
    /// Its cells, not yet understood: [XlsForms#read(Sheets)] comes next.
    record Read(Sheets sheets) implements WorkbookReading {}

    /// The file could not be read, or not safely. Problems of the whole file have an empty sheet and row 0.
    record Refused(List<FormProblem> problems) implements WorkbookReading {
        public Refused {
            problems = List.copyOf(problems);
        }

        static Refused because(String indonesian, String english) {
            var problems = new Problems();
            problems.add("", 0, "", indonesian, english);
            return new Refused(problems.listed());
        }
    }
}
