package id.laporpustaka.form;

import id.laporpustaka.form.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The compiled rules of a form, by slot. Made by the reader of XLSForms, used by [Evaluation].
public record Rules(List<OfGroup> groups, List<OfQuestion> questions) {
    public Rules {
        groups = List.copyOf(groups);
        questions = List.copyOf(questions);
    }

    /// `parent` and `group` are places in [#groups()]; a parent comes before its children. -1 is the form itself.
    public record OfGroup(int parent, Optional<Expression> relevant) {}

    public record OfQuestion(
            int group,
            Optional<Expression> relevant,
            Optional<Expression> required,
            Optional<Check> constraint,
            Optional<Check> warning,
            Optional<Expression> calculation,
            Optional<Expression> suggestion,
            Optional<ChoiceFilter> choiceFilter) {}

    /// What must hold for an answer, and what to say if it does not.
    public record Check(Expression holds, LocalizedText message) {}

    /// `columns` are the further columns of each choice, in the order of [Question#choices()].
    public record ChoiceFilter(Expression holds, List<Map<String, String>> columns) {
        public ChoiceFilter {
            columns = List.copyOf(columns);
        }
    }
}
