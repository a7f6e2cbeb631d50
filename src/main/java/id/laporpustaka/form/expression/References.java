package id.laporpustaka.form.expression;

import java.util.Map;
import java.util.function.Consumer;

/// What the names in an expression stand for.
final class References {
    private References() {}

    /// An answer; from outside of its repeat the answers of all instances.
    record Answer(int slot) implements Node {
        @Override
        public Datum value(Context context) {
            return context.answer(slot);
        }

        @Override
        public void each(Context context, Consumer<Datum> sink) {
            context.answers(slot, sink);
        }
    }

    /// All instances of a repeat.
    record Instances(int repeat) implements Node {
        @Override
        public Datum value(Context context) {
            return context.instances(repeat) == 0 ? Datum.NOTHING : Datum.of(1);
        }

        @Override
        public void each(Context context, Consumer<Datum> sink) {
            var count = context.instances(repeat);
            for (var instance = 1; instance <= count; instance++) {
                sink.accept(Datum.of(instance));
            }
        }
    }

    /// What `.` stands for.
    record Self() implements Node {
        @Override
        public Datum value(Context context) {
            return context.self();
        }
    }

    /// A number or text as it is written.
    record Literal(Datum datum) implements Node {
        @Override
        public Datum value(Context context) {
            return datum;
        }
    }

    /// A column of the choice or row that is looked at.
    record Column(String name) implements Node {
        @Override
        public Datum value(Context context) {
            return Datum.of(context.column(name));
        }
    }

    /// `instance('table')/root/item[predicate]/column`.
    record Rows(int table, Node predicate, String column) implements Node {
        @Override
        public Datum value(Context context) {
            var number = 0;
            for (var row : context.rows(table)) {
                context.spend(1);
                number++;
                if (fits(context.at(row), number)) {
                    return cell(row);
                }
            }
            return Datum.NOTHING;
        }

        @Override
        public void each(Context context, Consumer<Datum> sink) {
            var number = 0;
            for (var row : context.rows(table)) {
                context.spend(1);
                number++;
                if (fits(context.at(row), number)) {
                    sink.accept(cell(row));
                }
            }
        }

        /// A predicate that is a number is the place of a row (XPath 1.0, section 2.4).
        private boolean fits(Context context, int number) {
            var datum = predicate.value(context);
            return datum instanceof Datum.Numeric(var place) ? place == number : datum.truth();
        }

        private Datum cell(Map<String, String> row) {
            return Datum.of(row.getOrDefault(column, ""));
        }
    }
}
