package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.LocalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong, so that an author sees everything at once.
final class Problems {
    private static final List<String> SHEETS = List.of("settings", "survey", "choices");

    private final List<FormProblem> problems = new ArrayList<>();
    private final List<FormProblem> remarks = new ArrayList<>();

    void add(String sheet, int row, String column, LocalizedText message) {
        problems.add(new FormProblem(sheet, row, column, message));
    }

    void add(String sheet, int row, String column, String indonesian, String english) {
        add(sheet, row, column, LocalizedText.of(indonesian, english));
    }

    void remark(String sheet, int row, String column, String indonesian, String english) {
        remarks.add(new FormProblem(sheet, row, column, LocalizedText.of(indonesian, english)));
    }

    boolean areEmpty() {
        return problems.isEmpty();
    }

    List<FormProblem> listed() {
        return problems.stream()
                .sorted(Comparator.comparingInt((FormProblem problem) -> SHEETS.indexOf(problem.sheet()))
                        .thenComparingInt(FormProblem::row))
                .toList();
    }

    List<FormProblem> remarks() {
        return remarks;
    }
}
