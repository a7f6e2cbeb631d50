package id.laporpustaka.web;

import id.laporpustaka.form.xlsform.FormProblem;
import java.util.List;

/// Why a form can't be taken, with the place of each problem.
///
/// @param places whether any problem is in a place within the file; the others are of the file as a whole
/// @param more how many are not listed; empty for none
record FormRefusalView(String text, boolean places, List<Row> rows, String more) {
    private static final int MOST = 200;

    /// @param row `–` where the whole sheet is meant
    record Row(String sheet, String row, String column, String message) {}

    static FormRefusalView of(List<FormProblem> problems, Frame frame) {
        var language = frame.words().language();
        return new FormRefusalView(
                problems.size() == 1 ? frame.text("refusal.one") : frame.text("refusal.several", problems.size()),
                problems.stream().anyMatch(problem -> !problem.sheet().isEmpty()),
                problems.stream()
                        .limit(MOST)
                        .map(problem -> new Row(
                                problem.sheet(),
                                problem.row() == 0 ? "–" : Integer.toString(problem.row()),
                                problem.column(),
                                problem.message().in(language)))
                        .toList(),
                problems.size() > MOST ? frame.text("refusal.more", problems.size() - MOST) : "");
    }
}
