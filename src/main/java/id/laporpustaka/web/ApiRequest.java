package id.laporpustaka.web;

import id.laporpustaka.place.Region;
import id.laporpustaka.place.Regions;
import id.laporpustaka.web.openapi.Operation;
import id.laporpustaka.web.openapi.Parameter;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a program asks for, read by what its operation says that it takes. All that is wrong with it is told
/// at once.
final class ApiRequest {
    static final String REGION = "region";
    static final String AFTER = "after";
    static final String LIMIT = "limit";
    static final String FORMAT = "format";
    static final String CSV = "csv";

    private final Context context;
    private final Visitor visitor;
    private final Operation operation;
    private final Words words;
    private final List<RequestProblem.Parameter> problems = new ArrayList<>();

    ApiRequest(Context context, Visitor visitor, Operation operation, Words words) {
        this.context = context;
        this.visitor = visitor;
        this.operation = operation;
        this.words = words;
    }

    Context context() {
        return context;
    }

    Visitor visitor() {
        return visitor;
    }

    Operation operation() {
        return operation;
    }

    Words words() {
        return words;
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isBlank());
    }

    void problem(RequestProblem.Parameter problem) {
        problems.add(problem);
    }

    /// To be called once all parameters have been read that need more than the operation says.
    ///
    /// @throws RequestProblem if anything is wrong
    void check() {
        operation.parameters().stream()
                .filter(parameter -> parameter.in() == Parameter.In.QUERY)
                .filter(parameter ->
                        problems.stream().noneMatch(problem -> problem.name().equals(parameter.name())))
                .flatMap(parameter -> given(parameter.name()).stream().flatMap(text -> wrong(parameter, text)))
                .toList()
                .forEach(problems::add);
        var known = operation.queryNames();
        context.queryParamMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(RequestProblem.Parameter.oneOf(name, name, known)));
        if (!problems.isEmpty()) {
            throw RequestProblem.badParameters(problems);
        }
    }

    private static Stream<RequestProblem.Parameter> wrong(Parameter parameter, String text) {
        return switch (parameter.kind()) {
            case Parameter.Kind.Text() -> Stream.empty();
            case Parameter.Kind.OneOf(var values) ->
                values.contains(text)
                        ? Stream.empty()
                        : Stream.of(RequestProblem.Parameter.oneOf(parameter.name(), text, values));
            case Parameter.Kind.Whole(var least, var most) ->
                number(text).filter(number -> number >= least && number <= most).isPresent()
                        ? Stream.empty()
                        : Stream.of(new RequestProblem.Parameter(
                                parameter.name(), text, "whole", Long.toString(least), Long.toString(most)));
            case Parameter.Kind.Day() ->
                isDay(text)
                        ? Stream.empty()
                        : Stream.of(new RequestProblem.Parameter(
                                parameter.name(), text, "date", "2000-01-01", "2099-12-31"));
        };
    }

    private static Optional<Long> number(String text) {
        return Desk.findId(text);
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    boolean wantsCsv() {
        if (operation.rows().isEmpty()) {
            return false;
        }
        return given(FORMAT)
                .map(CSV::equals)
                .orElseGet(() ->
                        Optional.ofNullable(context.header("Accept")).orElse("").startsWith("text/csv"));
    }

    int limit(int usual) {
        return given(LIMIT)
                .flatMap(ApiRequest::number)
                .filter(number -> number <= Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElse(usual);
    }

    /// The region that is asked for; one that is not wholly within the scope is a problem of its own.
    Optional<Region> region(Regions regions) {
        return given(REGION).flatMap(code -> {
            var found = regions.findByCode(code);
            if (found.isEmpty()) {
                problem(new RequestProblem.Parameter(REGION, code, "region"));
            }
            return found;
        });
    }

    /// From where to go on.
    ApiCursor after(String kind, String filter) {
        var given = given(AFTER);
        var cursor = given.map(ApiCursor::read).orElse(Optional.of(ApiCursor.start(kind, filter)));
        if (cursor.isEmpty() || !cursor.get().kind().equals(kind)) {
            problem(new RequestProblem.Parameter(AFTER, given.orElse(""), "cursor"));
            return ApiCursor.start(kind, filter);
        }
        if (!cursor.get().isFor(filter)) {
            throw RequestProblem.Kind.CURSOR_OUTDATED.problem("The cursor is of another question.");
        }
        return cursor.get();
    }

    /// The same request from another position on.
    String next(ApiCursor cursor) {
        var query = Stream.concat(
                        context.queryParamMap().entrySet().stream()
                                .filter(entry -> !entry.getKey().equals(AFTER))
                                .flatMap(entry -> entry.getValue().stream()
                                        .map(value -> Pages.encode(entry.getKey()) + "=" + Pages.encode(value))),
                        Stream.of(AFTER + "=" + cursor.written()))
                .toList();
        return context.path() + "?" + String.join("&", query);
    }
}
