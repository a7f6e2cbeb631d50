package id.laporpustaka.web;

import io.javalin.http.HttpStatus;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// A request that cannot be served, for a reason that the caller can act on.
final class RequestProblem extends RuntimeException {
    /// All the ways a request can fail. The name is the code that clients see, so it never changes.
    enum Kind {
        BAD_PARAMETERS(HttpStatus.BAD_REQUEST),
        BAD_REQUEST(HttpStatus.BAD_REQUEST),
        NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED),
        INVALID_TOKEN(HttpStatus.UNAUTHORIZED),
        NOT_ALLOWED(HttpStatus.FORBIDDEN),
        OTHER_DUTIES(HttpStatus.FORBIDDEN),
        RIGHT_MISSING(HttpStatus.FORBIDDEN),
        OUTSIDE_SCOPE(HttpStatus.FORBIDDEN),
        FORM_EXPIRED(HttpStatus.FORBIDDEN),
        FOREIGN_ORIGIN(HttpStatus.FORBIDDEN),
        NOT_FOUND(HttpStatus.NOT_FOUND),
        FILE_ON_ITS_WAY(HttpStatus.NOT_FOUND),
        FILE_NOT_KEPT(HttpStatus.NOT_FOUND),
        CURSOR_OUTDATED(HttpStatus.GONE),
        METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
        FOREIGN_HOST(HttpStatus.MISDIRECTED_REQUEST),
        TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
        TOO_MANY_ATTEMPTS(HttpStatus.TOO_MANY_REQUESTS),
        FAILED(HttpStatus.INTERNAL_SERVER_ERROR);

        private final HttpStatus status;

        Kind(HttpStatus status) {
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }

        /// As in `not-signed-in`.
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        RequestProblem problem(String detail) {
            return new RequestProblem(this, detail, List.of());
        }
    }

    /// A query parameter that could not be understood.
    ///
    /// @param accepted the key of the words that say what is, without `accepted.`
    /// @param details fill the gaps of these words
    record Parameter(String name, String found, String accepted, List<String> details) {
        Parameter(String name, String found, String accepted, String... details) {
            this(name, found, accepted, List.of(details));
        }

        static Parameter oneOf(String name, String found, Collection<String> accepted) {
            return new Parameter(name, found, "one_of", String.join(", ", accepted));
        }

        String accepted(Words words) {
            return words.text("accepted." + accepted, details.toArray());
        }

        String told(Words words) {
            return words.text("accepted.told", name, found, accepted(words));
        }
    }

    private final Kind kind;
    private final transient List<Parameter> parameters;

    private RequestProblem(Kind kind, String detail, List<Parameter> parameters) {
        super(detail, null, false, false);
        this.kind = kind;
        this.parameters = List.copyOf(parameters);
    }

    /// @param parameters all that are wrong, so that a caller mends them in one go
    static RequestProblem badParameters(List<Parameter> parameters) {
        return new RequestProblem(Kind.BAD_PARAMETERS, "Parameters could not be understood.", parameters);
    }

    Kind kind() {
        return kind;
    }

    String detail() {
        var message = getMessage();
        return message == null ? "" : message;
    }

    List<Parameter> parameters() {
        return parameters;
    }
}
