package id.laporpustaka.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.laporpustaka.web.openapi.ApiJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where errors become responses: `application/problem+json` (RFC 9457) for programs, a page in the
/// person's language for people. What went wrong inside goes to the log under a reference, never to the caller.
final class ErrorResponses {
    private static final Logger log = LoggerFactory.getLogger(ErrorResponses.class);

    /// RFC 9457, section 3.1; `errors` and `reference` are extensions (section 3.2).
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            String code,
            @Nullable List<Wrong> errors,
            @Nullable String reference) {}

    /// A parameter that could not be understood.
    record Wrong(String name, String found, String accepted) {}

    private final WebSettings settings;
    private final Pages pages;
    private final SecureRandom random = new SecureRandom();

    ErrorResponses(WebSettings settings, Pages pages) {
        this.settings = settings;
        this.pages = pages;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(RequestProblem.class, (problem, context) -> respond(context, problem, ""));
        routes.exception(HttpResponseException.class, (e, context) -> respond(context, problemOf(e), ""));
        routes.exception(Exception.class, (e, context) -> fail(context, e));
    }

    private void fail(Context context, Exception e) {
        var reference = HexFormat.of().withUpperCase().toHexDigits(random.nextInt());
        log.error(
                "{} {} failed, reference {}", context.method(), DataLinkRoutes.harmless(context.path()), reference, e);
        respond(context, RequestProblem.Kind.FAILED.problem("Something failed on our side."), reference);
    }

    private void respond(Context context, RequestProblem problem, String reference) {
        var status = problem.kind().status();
        context.status(status);
        if (Programs.areAt(context.path())) {
            context.contentType("application/problem+json")
                    .result(ApiJson.write(
                            problem(problem, reference, pages.frame(context).words())));
        } else {
            pages.showProblem(context, problem, reference);
        }
    }

    private Problem problem(RequestProblem problem, String reference, Words words) {
        var kind = problem.kind();
        var wrong = problem.parameters().stream()
                .map(parameter -> new Wrong(parameter.name(), parameter.found(), parameter.accepted(words)))
                .toList();
        var detail = problem.parameters().stream()
                .map(parameter -> parameter.told(words))
                .collect(Collectors.joining("; "));
        var own = "api.problem." + kind.code();
        return new Problem(
                settings.address(ApiRoutes.PAGE) + "#" + kind.code(),
                words.text("problem." + kind.code() + ".title"),
                kind.status().getCode(),
                detail.isEmpty() ? words.text(words.has(own) ? own : "problem." + kind.code() + ".text") : detail,
                kind.code(),
                wrong.isEmpty() ? null : wrong,
                reference.isEmpty() ? null : reference);
    }

    private static RequestProblem problemOf(HttpResponseException e) {
        var kind = switch (e.getStatus()) {
            case 404 -> RequestProblem.Kind.NOT_FOUND;
            case 405 -> RequestProblem.Kind.METHOD_NOT_ALLOWED;
            case 413 -> RequestProblem.Kind.TOO_LARGE;
            default -> e.getStatus() < 500 ? RequestProblem.Kind.BAD_REQUEST : RequestProblem.Kind.FAILED;
        };
        return kind.problem(
                switch (kind) {
                    case NOT_FOUND -> "There is nothing at this address.";
                    case METHOD_NOT_ALLOWED -> "This address does not take that method.";
                    case TOO_LARGE -> "The request is too large.";
                    default -> "The request could not be understood.";
                });
    }
}
