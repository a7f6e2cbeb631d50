package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.EvaluationOrder;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.Rules;
import java.util.List;
import java.util.stream.Collectors;

/// Makes a [Form] of an XLSForm, or says everything that is wrong with it.
public final class XlsForms {
    private XlsForms() {}

    /// Reads the single-file CSV layout of pyxform.
    public static FormReading read(String csv) {
        return read(CsvSheets.read(csv));
    }

    public static FormReading read(Sheets sheets) {
        var problems = new Problems();
        if (!SizeCheck.passes(sheets, problems)) {
            return new FormReading.Refused(problems.listed());
        }
        var rows = sheets.find(Survey.SHEET).map(Sheets.Sheet::rows).orElse(List.of());
        if (rows.isEmpty()) {
            problems.add(
                    Survey.SHEET,
                    0,
                    "",
                    "Lembar survey tidak ada atau kosong. Tambahkan lembar survey dengan pertanyaannya.",
                    "The sheet survey is missing or empty. Add a sheet survey with the questions.");
        }
        Headers.check(sheets, problems);
        var settings = FormSettings.read(sheets, problems);
        var texts = new Texts(settings.defaultLanguage());
        var choices = ChoiceLists.read(sheets, texts, problems);
        var tables = new Tables(sheets, choices, texts, settings.defaultLanguage());
        var survey = SurveyReader.read(rows, texts, choices, tables, problems);
        var row = sheets.find(FormSettings.SHEET)
                .flatMap(sheet -> sheet.rows().stream().findFirst());
        var rules = RulesReader.read(survey, texts, choices, tables, row, problems);
        tables.remarkUnused(problems);
        var questions = survey.questions().stream().map(Survey.Asked::question).toList();
        checkCircles(survey, questions, rules, problems);
        if (!problems.areEmpty()) {
            return new FormReading.Refused(problems.listed());
        }
        var form = new Form(
                settings.id(),
                settings.version(),
                settings.title(),
                settings.defaultLanguage(),
                Prompts.of(survey),
                questions,
                rules);
        return new FormReading.Accepted(form, problems.remarks());
    }

    private static void checkCircles(Survey survey, List<Question> questions, Rules rules, Problems problems) {
        if (EvaluationOrder.of(questions, rules) instanceof EvaluationOrder.Circle(var nodes)) {
            var groups = survey.groups().size();
            var names = nodes.stream()
                    .map(node -> node < groups
                            ? survey.groups().get(node).name()
                            : survey.questions().get(node - groups).question().name())
                    .collect(Collectors.joining(" → "));
            var first = nodes.getFirst();
            var row = first < groups
                    ? survey.groups().get(first).row()
                    : survey.questions().get(first - groups).row();
            problems.add(
                    Survey.SHEET,
                    row.number(),
                    row.find("calculation").isPresent() ? "calculation" : "relevant",
                    "Aturan ini berputar: " + names + ". Hapus salah satu ketergantungannya.",
                    "These rules go round in a circle: " + names + ". Remove one of the dependencies.");
        }
    }
}
