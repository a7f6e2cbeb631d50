package id.laporpustaka.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.laporpustaka.export.feed.PublicAnswers;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.LocalizedText;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.Repeat;
import id.laporpustaka.people.ApiRight;
import id.laporpustaka.submission.FormSource;
import id.laporpustaka.submission.FormVersions;
import id.laporpustaka.web.openapi.Operation;
import id.laporpustaka.web.openapi.Parameter;
import id.laporpustaka.web.openapi.Parameter.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The forms for programs, so that they can read answers: `GET /api/v1/forms`. The field names are a promise
/// and never change.
final class FormApi {
    record FormPage(List<FormEntry> forms) {}

    /// @param offered whether new reports are made with it
    /// @param versions the oldest first
    record FormEntry(String id, Text title, boolean offered, List<String> versions) {}

    record FormDetail(String id, boolean offered, List<VersionEntry> versions) {}

    record VersionEntry(String version, Text title, List<QuestionEntry> questions) {}

    /// @param repeat the part of the form that can be answered several times and has it
    /// @param given whether reports tell the answers to it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionEntry(
            String name,
            String type,
            Text label,
            @Nullable String repeat,
            @Nullable String indicator,
            boolean given,
            List<ChoiceEntry> choices) {}

    record ChoiceEntry(String code, Text label) {}

    record Text(String id, String en) {
        static Text of(LocalizedText text) {
            return new Text(text.in(Language.INDONESIAN), text.in(Language.ENGLISH));
        }
    }

    private final Desk desk;

    FormApi(Desk desk) {
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        new Operation(
                                "forms",
                                ApiRoutes.BASE + "/forms",
                                ApiRight.FORMS.stored(),
                                List.of(ApiParameters.FORMAT, ApiParameters.LANGUAGE),
                                FormPage.class,
                                Optional.of("forms"),
                                List.of(new Operation.Example("all", ApiRoutes.BASE + "/forms"))),
                        ApiRight.FORMS,
                        this::list),
                new Endpoint(
                        new Operation(
                                "form",
                                ApiRoutes.BASE + "/forms/{form}",
                                ApiRight.FORMS.stored(),
                                List.of(Parameter.path("form", new Kind.Text(), "PM"), ApiParameters.LANGUAGE),
                                FormDetail.class,
                                Optional.empty(),
                                List.of(new Operation.Example("one", ApiRoutes.BASE + "/forms/PM"))),
                        ApiRight.FORMS,
                        this::one));
    }

    private Endpoint.Answer list(ApiRequest request) {
        request.check();
        var versions = new FormVersions(desk.db())
                .listAll().stream()
                        .collect(Collectors.groupingBy(FormSource::formId, LinkedHashMap::new, Collectors.toList()));
        return Endpoint.Answer.of(new FormPage(versions.entrySet().stream()
                .map(entry -> new FormEntry(
                        entry.getKey(),
                        find(entry.getValue().getLast())
                                .map(form -> Text.of(form.title()))
                                .orElseGet(() -> new Text(entry.getKey(), entry.getKey())),
                        isOffered(entry.getValue()),
                        entry.getValue().stream().map(FormSource::version).toList()))
                .toList()));
    }

    private Endpoint.Answer one(ApiRequest request) {
        request.check();
        var versions = new FormVersions(desk.db()).listOf(request.context().pathParam("form"));
        if (versions.isEmpty()) {
            throw Desk.notFound();
        }
        return Endpoint.Answer.of(new FormDetail(
                versions.getFirst().formId(),
                isOffered(versions),
                versions.stream()
                        .flatMap(source -> find(source).stream()
                                .map(form -> new VersionEntry(
                                        source.version(),
                                        Text.of(form.title()),
                                        form.questions().stream()
                                                .map(question -> entry(form, question))
                                                .toList())))
                        .toList()));
    }

    private static boolean isOffered(List<FormSource> versions) {
        return versions.getLast().retiredAt().isEmpty();
    }

    private Optional<Form> find(FormSource source) {
        return desk.parts().catalogue().find(source.formId(), source.version());
    }

    private static QuestionEntry entry(Form form, Question question) {
        return new QuestionEntry(
                question.name(),
                question.type().name().toLowerCase(Locale.ROOT),
                Text.of(question.label()),
                form.findRepeatOf(question).map(Repeat::name).orElse(null),
                question.indicator().orElse(null),
                PublicAnswers.isShown(question),
                question.choices().stream()
                        .map(choice -> new ChoiceEntry(choice.code(), Text.of(choice.label())))
                        .toList());
    }
}
