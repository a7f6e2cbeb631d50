package id.laporpustaka.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.laporpustaka.form.Language;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Shows pages: picks the language, puts the frame around, renders the template. Templates are in `src/main/jte`.
final class Pages {
    private static final Pattern SLASHES = Pattern.compile("^/+");
    /// The query parameter by which an address asks for a language.
    static final String LANGUAGE = "bahasa";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "id.laporpustaka.web");
    private final WebSettings settings;
    private final Assets assets;
    private final Visitors visitors;
    private final WaitingReviews waiting;

    Pages(WebSettings settings, Assets assets, Visitors visitors, WaitingReviews waiting) {
        this.settings = settings;
        this.assets = assets;
        this.visitors = visitors;
        this.waiting = waiting;
    }

    /// The frame of this request: in the language that the address asks for, else the person's, else the
    /// installation's.
    Frame frame(Context context) {
        var visitor = visitors.findCalmly(context);
        var chosen = Optional.ofNullable(context.queryParam(LANGUAGE)).flatMap(Language::find);
        var language = chosen.or(() -> Programs.areAt(context.path()) ? preferred(context) : Optional.empty())
                .or(() -> visitor.map(Visitor::language))
                .orElse(settings.language());
        return new Frame(Words.in(language), assets, visitor, chosen, addressWithoutLanguage(context), waiting::count);
    }

    /// The first of ours that the request prefers.
    private static Optional<Language> preferred(Context context) {
        try {
            return Optional.ofNullable(context.header("Accept-Language")).stream()
                    .flatMap(header -> Locale.LanguageRange.parse(header).stream())
                    .flatMap(range -> Language.find(range.getRange().split("-", 2)[0]).stream())
                    .findFirst();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Renders `template` with the parameters that it declares.
    void show(Context context, String template, Map<String, Object> parameters) {
        var output = new StringOutput(16_384);
        engine.render(template, parameters, output);
        context.html(output.toString());
    }

    /// A page with a heading, a paragraph and perhaps a way on.
    void showMessage(Context context, Frame frame, Message message) {
        show(context, "message.jte", Map.of("frame", frame, "message", message));
    }

    void showProblem(Context context, RequestProblem problem, String reference) {
        var frame = frame(context);
        var key = "problem." + problem.kind().code();
        var known = frame.words().has(key + ".title") ? key : "problem.bad-request";
        showMessage(
                context,
                frame,
                new Message(
                        frame.text(known + ".title"),
                        frame.text(known + ".text"),
                        reference.isEmpty() ? "" : frame.text("problem.reference", reference),
                        frame.visitor().map(_ -> onward(frame, problem.kind()))));
    }

    private static Message.Way onward(Frame frame, RequestProblem.Kind kind) {
        return kind == RequestProblem.Kind.NOT_ALLOWED
                ? new Message.Way(frame.link(ReportRoutes.PATH), frame.text("own.title"))
                : new Message.Way(frame.link("/"), frame.text("problem.home"));
    }

    private static String addressWithoutLanguage(Context context) {
        if (!HandlerType.GET.equals(context.method())) {
            return "";
        }
        var query = context.queryParamMap().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(LANGUAGE))
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encode(parameter.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        var path = SLASHES.matcher(context.path()).replaceFirst("/"); // two would name another host
        return path + (query.isEmpty() ? "" : "?" + query);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
