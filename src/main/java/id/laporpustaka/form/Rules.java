package id.laporpustaka.form;

import id.laporpustaka.form.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The compiled rules of a form, by slot. Made by the reader of XLSForms, used by [Evaluation].
///
/// `tables` are what `instance()` and `pulldata()` look at; expressions name them by their place.
public record Rules(
        List<OfGroup> groups, List<OfQuestion> questions, List<Table> tables, Optional<Expression> instanceName) {
    public Rules {
        groups = List.copyOf(groups);
        questions = List.copyOf(questions);
        tables = List.copyOf(tables);
    }

    /// `parent` and `group` are places in [#groups()]; a parent comes before its children. -1 is the form itself.
    public record OfGroup(
            String name,
            int parent,
            Optional<Expression> relevant,
            Optional<OfRepeat> repeat,
            DynamicText label,
            Optional<DynamicText> hint) {}

    /// `count` is the form's `repeat_count`.
    public record OfRepeat(Optional<Expression> count) {}

    /// `choiceTable` is the place in [#tables()] of the table whose rows are the choices.
    public record OfQuestion(
            int group,
            Optional<Expression> relevant,
            Optional<Expression> required,
            List<Check> constraints,
            List<Check> warnings,
            Optional<Expression> calculation,
            Optional<Expression> suggestion,
            Optional<ChoiceFilter> choiceFilter,
            OptionalInt choiceTable,
            Wording wording) {
        public OfQuestion {
            constraints = List.copyOf(constraints);
            warnings = List.copyOf(warnings);
        }
    }

    /// The texts of a question that change with the answers; `choices` is empty if those don't.
    public record Wording(
            DynamicText label,
            Optional<DynamicText> hint,
            Optional<DynamicText> requiredMessage,
            List<DynamicText> choices) {
        public Wording {
            choices = List.copyOf(choices);
        }

        boolean isFixed() {
            return label.isFixed()
                    && hint.map(DynamicText::isFixed).orElse(true)
                    && requiredMessage.map(DynamicText::isFixed).orElse(true)
                    && choices.isEmpty();
        }
    }

    /// What must hold for an answer, and what to say if it does not.
    public record Check(Expression holds, DynamicText message) {}

    /// `columns` are the further columns of each choice, in the order of [Question#choices()]; empty if the
    /// choices are the rows of a table.
    public record ChoiceFilter(Expression holds, List<Map<String, String>> columns) {
        public ChoiceFilter {
            columns = List.copyOf(columns);
        }
    }

    /// Rows that expressions look at.
    public sealed interface Table {
        /// Rows written in the form.
        record Written(List<Map<String, String>> rows) implements Table {
            public Written {
                rows = List.copyOf(rows);
            }
        }

        /// Rows that are looked up.
        record Outside(ExternalTable table) implements Table {}
    }
}
