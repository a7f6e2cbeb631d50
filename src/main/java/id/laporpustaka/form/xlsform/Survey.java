package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.xlsform.Sheets.Row;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The sheet `survey` before its expressions are compiled. Groups are numbered in the order in which they begin;
/// -1 is the form itself.
record Survey(List<Group> groups, List<Asked> questions) {
    static final String SHEET = "survey";

    record Group(
            Row row,
            String name,
            int parent,
            boolean fieldList,
            boolean repeat,
            Optional<LocalizedText> label,
            Optional<LocalizedText> hint,
            boolean detail) {}

    /// `choiceTable` is the table outside the form whose rows are the choices.
    record Asked(Row row, Question question, int group, Optional<ChoiceList> list, OptionalInt choiceTable) {
        /// Whether it has a value of its own that people see but do not change.
        boolean isComputed() {
            return question.type().isShown()
                    && (row.find("calculation").isPresent()
                            || row.find("default").isPresent())
                    && (question.readOnly() || question.type() == QuestionType.NOTE);
        }
    }

    /// The repeat around a question, -1 if there is none.
    int repeatOf(Asked asked) {
        return repeatAround(asked.group());
    }

    /// The innermost repeat among a group and those around it, -1 if there is none.
    int repeatAround(int group) {
        var around = group;
        while (around >= 0 && !groups.get(around).repeat()) {
            around = groups.get(around).parent();
        }
        return around;
    }

    /// The outermost group around a question that is asked in one message, -1 if there is none.
    int fieldListOf(Asked asked) {
        var found = -1;
        for (var group = asked.group(); group >= 0; group = groups.get(group).parent()) {
            if (groups.get(group).fieldList()) {
                found = group;
            }
        }
        return found;
    }
}
