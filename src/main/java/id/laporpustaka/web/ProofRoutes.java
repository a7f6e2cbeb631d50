package id.laporpustaka.web;

import id.laporpustaka.submission.Proofs;
import id.laporpustaka.submission.ProvenReport;
import id.laporpustaka.submission.Status;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Anybody who has a printed report can look up here whether it is true. The address has 128 random bits that are
/// printed on it; the number alone finds nothing.
final class ProofRoutes {
    static final String PATH = "/cek";

    /// The field in which a proof, or its whole address, is typed.
    static final String CODE = "kode";

    private final WebParts parts;
    private final Pages pages;
    private final AttemptLimits limits = new AttemptLimits(TimeMeter.SYSTEM_MILLISECONDS);

    ProofRoutes(WebParts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    void addTo(GuardedRoutes routes) {
        routes.open(HandlerType.GET, PATH, this::ask);
        routes.open(HandlerType.GET, Proofs.PATH + "{proof}", context -> show(context, context.pathParam("proof")));
    }

    private void ask(Context context) {
        var typed = Desk.typed(context, CODE);
        if (typed.isEmpty()) {
            neverList(context);
            pages.show(context, "proof_ask.jte", Map.of("frame", pages.frame(context)));
        } else {
            show(context, typed.substring(typed.lastIndexOf('/') + 1));
        }
    }

    private void show(Context context, String proof) {
        neverList(context);
        if (!limits.allow(RemoteAddress.of(context))) {
            context.header("Retry-After", "60");
            throw RequestProblem.Kind.TOO_MANY_ATTEMPTS.problem("Too many look-ups from this address.");
        }
        var frame = pages.frame(context);
        new Proofs(parts.database().context())
                .find(proof)
                .ifPresentOrElse(
                        report -> pages.show(context, "proof.jte", Map.of("frame", frame, "view", view(frame, report))),
                        () -> showUnknown(context, frame));
    }

    private void showUnknown(Context context, Frame frame) {
        context.status(HttpStatus.NOT_FOUND);
        pages.showMessage(
                context,
                frame,
                new Message(
                        frame.text("proof.unknown.title"),
                        frame.text("proof.unknown.text"),
                        "",
                        Optional.of(new Message.Way(frame.link(PATH), frame.text("proof.again")))));
    }

    private static void neverList(Context context) {
        context.header("X-Robots-Tag", "noindex, nofollow");
    }

    private ProofView view(Frame frame, ProvenReport report) {
        var status = report.status().name().toLowerCase(Locale.ROOT);
        var words = frame.words();
        var kind = parts.catalogue()
                .find(report.formId(), report.formVersion())
                .map(form -> form.title().in(words.language()))
                .orElse(report.formId());
        return new ProofView(
                frame.text("proof.title." + status),
                frame.text("proof.text." + status),
                Status.standing().contains(report.status()),
                List.of(
                        new ProofView.Fact(frame.text("proof.number"), report.number()),
                        new ProofView.Fact(frame.text("proof.kind"), kind),
                        new ProofView.Fact(frame.text("proof.library"), Typed.harmless(report.libraryName())),
                        new ProofView.Fact(frame.text("proof.date"), words.date(report.dateStart())),
                        new ProofView.Fact(frame.text("proof.sent"), words.date(report.sentOn())),
                        new ProofView.Fact(frame.text("proof.status"), frame.text("proof.status." + status))));
    }
}
