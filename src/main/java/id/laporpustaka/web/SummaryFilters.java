package id.laporpustaka.web;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.submission.PrivateAnswers;
import id.laporpustaka.submission.Status;
import id.laporpustaka.summary.GroupBy;
import id.laporpustaka.summary.SummaryFilter;
import id.laporpustaka.summary.SummaryQuery;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/// What an address narrows a summary to besides days and a region, and what in it could not be understood.
///
/// @param question the one whose choices are the groups
/// @param measure the one that is added up
record SummaryFilters(
        SummaryFilter filter,
        Optional<String> question,
        Optional<String> measure,
        List<RequestProblem.Parameter> problems) {
    static final List<String> NAMES = List.of(
            "form",
            "status",
            "topic",
            "activity_form",
            "age_group",
            "partner",
            "fund",
            "library",
            "answer",
            "question",
            "measure");

    private static final EnumSet<QuestionType> CHOICES =
            EnumSet.of(QuestionType.SELECT_ONE, QuestionType.SELECT_MULTIPLE);
    private static final EnumSet<QuestionType> NUMBERS =
            EnumSet.of(QuestionType.INTEGER, QuestionType.DECIMAL, QuestionType.RANGE);
    private static final Pattern CODE = Pattern.compile("[^\\s,=]{1,100}");
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    /// @param forms the present version of each
    static SummaryFilters read(Context context, List<Form> forms, GroupBy groupBy) {
        return new Reader(context, forms).read(groupBy);
    }

    /// The question with this filter and these groups.
    SummaryQuery narrow(SummaryQuery query, GroupBy groupBy) {
        var narrowed = query.only(filter);
        var measured = measure.map(narrowed::measuring).orElse(narrowed);
        return question.map(measured::byQuestion).orElseGet(() -> measured.by(groupBy));
    }

    private static final class Reader {
        private final Context context;
        private final List<Form> forms;
        private final List<RequestProblem.Parameter> problems = new ArrayList<>();

        Reader(Context context, List<Form> forms) {
            this.context = context;
            this.forms = forms;
        }

        SummaryFilters read(GroupBy groupBy) {
            var form = given("form").flatMap(this::form);
            var filter =
                    form.map(found -> SummaryFilter.none().withForm(found.id())).orElse(SummaryFilter.none());
            filter = status().map(filter::withStatus).orElse(filter);
            filter = narrowed(filter, "topic", SummaryFilter::withTopic);
            filter = narrowed(filter, "activity_form", SummaryFilter::withActivityForm);
            filter = narrowed(filter, "age_group", SummaryFilter::withAgeGroup);
            filter = narrowed(filter, "partner", SummaryFilter::withPartner);
            filter = narrowed(filter, "fund", SummaryFilter::withFund);
            filter = library().map(filter::withLibrary).orElse(filter);
            filter = answer(form).map(filter::withAnswer).orElse(filter);
            var question = question("question", form, CHOICES, "select_one, select_multiple");
            if (groupBy == GroupBy.QUESTION && given("question").isEmpty()) {
                problem("question", "", "grouped_question");
            }
            if (groupBy != GroupBy.QUESTION && question.isPresent()) {
                problem("question", question.get(), "no_question");
            }
            var measure = question("measure", form, NUMBERS, "integer, decimal, range");
            return new SummaryFilters(filter, question, measure, List.copyOf(problems));
        }

        private Optional<Form> form(String id) {
            var found = forms.stream().filter(form -> form.id().equals(id)).findFirst();
            if (found.isEmpty()) {
                problems.add(RequestProblem.Parameter.oneOf(
                        "form", id, forms.stream().map(Form::id).toList()));
            }
            return found;
        }

        private Optional<Status> status() {
            return given("status").flatMap(text -> {
                var found = Status.counted().stream()
                        .filter(status -> status.stored().equals(text))
                        .findFirst();
                if (found.isEmpty()) {
                    problems.add(RequestProblem.Parameter.oneOf(
                            "status",
                            text,
                            Status.counted().stream().map(Status::stored).toList()));
                }
                return found;
            });
        }

        private SummaryFilter narrowed(
                SummaryFilter filter, String name, BiFunction<SummaryFilter, String, SummaryFilter> narrow) {
            var code = given(name);
            if (code.isPresent() && !CODE.matcher(code.get()).matches()) {
                problem(name, code.get(), "choice");
                return filter;
            }
            return code.map(text -> narrow.apply(filter, text)).orElse(filter);
        }

        private Optional<Long> library() {
            return given("library").flatMap(text -> {
                if (!ID.matcher(text).matches()) {
                    problem("library", text, "number");
                    return Optional.empty();
                }
                return Optional.of(Long.valueOf(text));
            });
        }

        private Optional<SummaryFilter.Answer> answer(Optional<Form> form) {
            return given("answer").flatMap(text -> {
                var parts = text.split("=", 2);
                var known = parts.length == 2
                        && CODE.matcher(parts[1]).matches()
                        && form.flatMap(found -> find(found, parts[0], CHOICES)).isPresent();
                if (!known) {
                    problem("answer", text, "answer");
                    return Optional.empty();
                }
                return Optional.of(new SummaryFilter.Answer(parts[0], parts[1]));
            });
        }

        private Optional<String> question(
                String name, Optional<Form> form, EnumSet<QuestionType> types, String accepted) {
            return given(name).flatMap(text -> {
                var found = form.flatMap(one -> find(one, text, types));
                if (found.isEmpty()) {
                    problem(name, text, "question", accepted);
                }
                return found.map(Question::name);
            });
        }

        private static Optional<Question> find(Form form, String name, EnumSet<QuestionType> types) {
            return form.findQuestion(name)
                    .filter(question -> types.contains(question.type()))
                    .filter(question -> form.findRepeatOf(question).isEmpty())
                    .filter(question -> !PrivateAnswers.isPrivate(question));
        }

        private Optional<String> given(String name) {
            return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isBlank());
        }

        private void problem(String name, String found, String accepted, String... details) {
            problems.add(new RequestProblem.Parameter(name, found, accepted, details));
        }
    }
}
