package id.laporpustaka.export.recap;

import static id.laporpustaka.db.generated.Tables.FORM_VERSION;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.form.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;

/// The names of the questions that some version of a form marks with an indicator. A name keeps its meaning through all
/// versions, so the answers of versions that did not mark it yet count, too.
///
/// @param names by the form's id and the indicator, with a slash between them
record QuestionNames(Map<String, Set<String>> names) {
    static QuestionNames read(DSLContext db, FormCatalogue forms) {
        var names = new HashMap<String, Set<String>>();
        db.select(FORM_VERSION.FORM_ID, FORM_VERSION.VERSION)
                .from(FORM_VERSION)
                .orderBy(FORM_VERSION.POSITION)
                .forEach(row -> forms.find(row.value1(), row.value2()).ifPresent(form -> add(form, names)));
        return new QuestionNames(names);
    }

    private static void add(Form form, Map<String, Set<String>> names) {
        for (var question : form.questions()) {
            question.indicator()
                    .ifPresent(indicator -> names.computeIfAbsent(key(form.id(), indicator), _ -> new TreeSet<>())
                            .add(question.name()));
        }
    }

    private static String key(String form, String indicator) {
        return form + "/" + indicator;
    }

    List<String> of(String form, String indicator) {
        return List.copyOf(names.getOrDefault(key(form, indicator), Set.of()));
    }
}
