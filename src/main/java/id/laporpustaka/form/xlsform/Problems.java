package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.LocalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong, so that an author sees everything at once; of very much, the first part.
final class Problems {
    private static final List<String> SHEETS = List.of("settings", "survey", "choices");
    private static final int MOST = 300;
    private static final int MOST_WITH_PROPOSAL = 50;

    private final List<FormProblem> problems = new ArrayList<>();
    private final List<FormProblem> remarks = new ArrayList<>();

    void add(String sheet, int row, String column, LocalizedText message) {
        if (!areFull()) {
            problems.add(new FormProblem(sheet, row, column, message));
        }
    }

    void add(String sheet, int row, String column, String indonesian, String english) {
        add(sheet, row, column, LocalizedText.of(indonesian, english));
    }

    void remark(String sheet, int row, String column, String indonesian, String english) {
        remark(sheet, row, column, LocalizedText.of(indonesian, english));
    }

    void remark(String sheet, int row, String column, LocalizedText message) {
        if (remarks.size() < MOST) {
            remarks.add(new FormProblem(sheet, row, column, message));
        }
    }

    boolean areEmpty() {
        return problems.isEmpty();
    }

    /// Whether more would not be kept.
    boolean areFull() {
        return problems.size() >= MOST;
    }

    /// Whether there is still time to look for what was meant by a misspelt name.
    boolean mayPropose() {
        return problems.size() < MOST_WITH_PROPOSAL;
    }

    List<FormProblem> listed() {
        return problems.stream()
                .sorted(Comparator.comparingInt((FormProblem problem) -> place(problem.sheet()))
                        .thenComparingInt(FormProblem::row))
                .toList();
    }

    private static int place(String sheet) {
        var place = SHEETS.indexOf(sheet);
        return place < 0 ? SHEETS.size() : place;
    }

    List<FormProblem> remarks() {
        return remarks;
    }
}
