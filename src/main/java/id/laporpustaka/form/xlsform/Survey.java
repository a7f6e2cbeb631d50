package id.laporpustaka.form.xlsform;

import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.xlsform.Sheets.Row;
import java.util.List;
import java.util.Optional;

/// The sheet `survey` before its expressions are compiled. Groups are numbered in the order in which they begin; -1 is
/// the form itself.
record Survey(List<Group> groups, List<Asked> questions) {
    static final String SHEET = "survey";

    record Group(
            Row row,
            String name,
            int parent,
            boolean fieldList,
            Optional<LocalizedText> label,
            Optional<LocalizedText> hint,
            boolean detail) {}

    record Asked(Row row, Question question, int group, Optional<ChoiceLists.ChoiceList> list) {}

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
