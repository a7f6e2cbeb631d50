package id.laporpustaka.web;

import id.laporpustaka.conversation.Filling;
import id.laporpustaka.conversation.ReportCard;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.Prompt;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.Library;
import id.laporpustaka.submission.Doubles;
import id.laporpustaka.submission.PhotoConsent;
import id.laporpustaka.submission.Reason;
import id.laporpustaka.submission.Report;
import id.laporpustaka.submission.ReportRevision;
import id.laporpustaka.submission.ReviewQueue;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.Verdict;
import id.laporpustaka.submission.media.Media;
import id.laporpustaka.submission.media.MediaReason;
import id.laporpustaka.submission.media.ReportFile;
import id.laporpustaka.texts.AnswerTexts;
import id.laporpustaka.texts.ReviewWords;
import id.laporpustaka.texts.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gathers and words what the page of one report shows to a visitor.
final class ReportViews {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", Locale.ROOT);

    private final Desk desk;
    private final Frame frame;
    private final Visitor visitor;
    private final ReportCard card;
    private final Report report;
    private final Filling filling;
    private final ReviewWords words;
    private final AnswerTexts answerTexts;
    private final Optional<QueueQuery> queue;
    private final Optional<Library> library;

    /// @param queue what the visitor goes through, if they do
    ReportViews(Desk desk, Frame frame, Visitor visitor, ReportCard card, Texts texts, Optional<QueueQuery> queue) {
        var language = frame.words().language();
        this.desk = desk;
        this.frame = frame;
        this.visitor = visitor;
        this.card = card;
        this.report = card.report();
        this.filling = card.filling(language);
        this.words = texts.reviews(language);
        this.answerTexts = texts.answers(language);
        this.queue = queue;
        this.library = new Libraries(desk.db()).findById(report.library().id());
    }

    /// The names of the prompts that can be asked anew.
    static List<String> questions(ReportCard card, Language language) {
        return questions(card.filling(language));
    }

    private static List<String> questions(Filling filling) {
        return filling.answeredPrompts().stream()
                .filter(filling::isAsked)
                .map(Prompt::name)
                .toList();
    }

    /// @param typed a decision that could not be made
    /// @param problem why not, as the key of a sentence; empty if all is well
    ReportView view(Optional<DoneReview> done, Optional<TypedVerdict> typed, String problem) {
        var answers = answerTexts.list(card.form(), card.answers(), filling.facts());
        var files = new Media(desk.db()).listOf(List.of(report.id())).getOrDefault(report.id(), List.of());
        var isMistyped = problem.startsWith("report.problem.");
        return new ReportView(
                title(),
                StatusMark.of(report.status(), frame),
                report.mergedInto()
                        .map(into -> frame.text("report.merged_into", into))
                        .orElse(""),
                done,
                problem.isEmpty() ? "" : problem(problem, typed),
                typed.map(TypedVerdict::verdict)
                        .filter(verdict -> verdict.needsReason() && isAllowed(verdict))
                        .map(ReportViews::id)
                        .orElse(""),
                facts(),
                answers(answers),
                files(files, true),
                files(files, false),
                consent(),
                card.history().reversed().stream().map(this::event).toList(),
                deciding(answers, typed, isMistyped ? frame.text(problem) : ""),
                links(),
                queue.map(QueueQuery::fields).orElseGet(List::of));
    }

    /// What cannot be typed again, as the decision it was for cannot be made any more, is shown to be copied.
    private String problem(String problem, Optional<TypedVerdict> typed) {
        var lost = typed.filter(it -> !isAllowed(it.verdict()) && !it.text().isEmpty());
        return frame.text(problem)
                + lost.map(it -> " " + frame.text("report.typed", it.text())).orElse("");
    }

    private String title() {
        return report.title()
                .map(Typed::harmless)
                .filter(title -> !title.isEmpty())
                .orElseGet(this::kind);
    }

    private String kind() {
        return Typed.harmless(card.form().title().in(frame.words().language()));
    }

    // ---------------------------------------------------------------- what it is

    private List<LibraryView.Fact> facts() {
        var facts = new ArrayList<LibraryView.Fact>();
        facts.add(fact("report.number", report.number()));
        facts.add(fact("report.kind", kind()));
        facts.add(new LibraryView.Fact(
                frame.text("report.library"),
                Typed.harmless(report.library().name()),
                report.library().place()));
        facts.add(new LibraryView.Fact(
                frame.text("report.sent"),
                moment(report.submittedAt()),
                mayName() ? frame.text("report.sent.by", sender()) : ""));
        if (report.status() == Status.NEEDS_CORRECTION) {
            facts.add(fact("report.open", frame.text("report.open.asked")));
        } else if (report.canBeCorrected(desk.now())) {
            facts.add(fact("report.open", frame.words().date(report.openUntil())));
        }
        if (card.mayAsk()) {
            facts.add(fact("report.reviewable", frame.words().date(report.reviewableUntil())));
        }
        return facts;
    }

    private LibraryView.Fact fact(String key, String value) {
        return new LibraryView.Fact(frame.text(key), value, "");
    }

    /// Names of people are for those who may see who reports, and for the sender.
    private boolean mayName() {
        return isOwn() || may(Action.SEE_PEOPLE);
    }

    private boolean isOwn() {
        return report.sender().personId() == visitor.actor().personId();
    }

    private boolean may(Action action) {
        return library.filter(it -> Permissions.mayDo(
                        visitor.actor(), action, it.id(), it.region().code()))
                .isPresent();
    }

    private String sender() {
        return report.sender().name().map(Typed::harmless).orElseGet(() -> frame.text("directory.erased"));
    }

    private String moment(Instant at) {
        var local = at.atZone(report.library().zone());
        return frame.words().shortDate(LocalDate.from(local)) + ", " + TIME.format(local);
    }

    private static List<ReportView.Answer> answers(List<AnswerTexts.Answer> answers) {
        var shown = new ArrayList<ReportView.Answer>();
        var within = "";
        for (var answer : answers) {
            var present = answer.within().map(Typed::harmless).orElse("");
            shown.add(new ReportView.Answer(present.equals(within) ? "" : present, answer.label(), answer.answer()));
            within = present;
        }
        return shown;
    }

    // ---------------------------------------------------------------- photos and other files

    private List<ReportView.File> files(List<ReportFile> files, boolean pictures) {
        var known = files.stream().filter(file -> isPicture(file) == pictures).toList();
        var unknown = countUnknown(files, pictures);
        var all = known.size() + unknown;
        var shown = new ArrayList<ReportView.File>();
        for (var file : known) {
            shown.add(file(file, shown.size() + 1, all, pictures));
        }
        while (shown.size() < all) {
            shown.add(new ReportView.File(
                    "", "", label(shown.size() + 1, all, pictures), frame.text("report.file.unknown")));
        }
        return shown;
    }

    /// How many files the answers have that were never fetched, as with reports that are older than the media store.
    private int countUnknown(List<ReportFile> files, boolean pictures) {
        return Media.filesOf(card.answers()).entrySet().stream()
                .filter(entry -> isPictureQuestion(entry.getKey()) == pictures)
                .filter(entry ->
                        files.stream().noneMatch(file -> file.question().equals(entry.getKey())))
                .mapToInt(entry -> entry.getValue().size())
                .sum();
    }

    private boolean isPictureQuestion(String name) {
        return card.form()
                .findQuestion(name)
                .filter(question -> question.type() == QuestionType.IMAGE)
                .isPresent();
    }

    /// What is not stored is one by the question that it answers.
    private boolean isPicture(ReportFile file) {
        return file.file()
                .content()
                .map(content -> content.picture().isPresent())
                .orElseGet(() -> isPictureQuestion(file.question()));
    }

    private ReportView.File file(ReportFile file, int number, int all, boolean picture) {
        var kept = file.file();
        var address = kept.content().isPresent() ? FileRoutes.address(kept.id()) : "";
        return new ReportView.File(
                address,
                picture && !address.isEmpty() ? FileRoutes.addressOfSmall(kept.id()) : "",
                label(number, all, picture),
                switch (kept.state()) {
                    case STORED -> "";
                    case WAITING -> frame.text("report.file.waiting");
                    case LOST, REFUSED ->
                        frame.text(
                                "report.file.failed",
                                kept.reason().map(this::reason).orElse(""));
                });
    }

    private String label(int number, int all, boolean picture) {
        return frame.text(picture ? "report.photo" : "report.file", number, all);
    }

    private String reason(MediaReason reason) {
        return frame.text("report.file.reason." + reason.name().toLowerCase(Locale.ROOT));
    }

    private String consent() {
        var consent = PhotoConsent.of(card.form(), card.answers());
        return Stream.of(
                        consent.guardiansMissing() ? frame.text("report.consent.guardians") : "",
                        consent.reportingOnly() ? frame.text("report.consent.internal") : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    // ---------------------------------------------------------------- what became of it

    private ReportView.Event event(ReportCard.Past past) {
        var revision = past.revision();
        return new ReportView.Event(
                moment(revision.at()),
                frame.text("report.event." + revision.action().name().toLowerCase(Locale.ROOT), by(revision)),
                revision.reason().map(this::quoted).orElse(""),
                words.questions(filling, revision.asked()),
                words.changes(filling, past).stream()
                        .map(changed -> new ReportView.Changed(changed.question(), changed.from(), changed.to()))
                        .toList());
    }

    private String by(ReportRevision revision) {
        return switch (revision.action()) {
            case SENT, CORRECTED, WITHDRAWN, RESTORED -> mayName() ? sender() : frame.text("report.sender");
            case RELEASED, MOVED, VERIFIED, ASKED, REJECTED, REOPENED, COMMENTED, MERGED, SHARED ->
                mayName()
                        ? revision.by().map(Typed::harmless).orElseGet(() -> frame.text("directory.erased"))
                        : frame.text("report.reviewer");
        };
    }

    private String quoted(Reason reason) {
        return "“" + words.reason(reason) + "”";
    }

    // ---------------------------------------------------------------- what can be done

    private Optional<ReportView.Deciding> deciding(
            List<AnswerTexts.Answer> answers, Optional<TypedVerdict> typed, String problem) {
        var forms = Stream.of(Verdict.ASK, Verdict.REJECT, Verdict.COMMENT)
                .filter(this::isAllowed)
                .map(verdict -> form(verdict, answers, typed.filter(it -> it.verdict() == verdict), problem))
                .toList();
        var verify = isAllowed(Verdict.VERIFY) ? address(Verdict.VERIFY) : "";
        var reopen = isAllowed(Verdict.REOPEN) ? address(Verdict.REOPEN) : "";
        return forms.isEmpty() && verify.isEmpty() && reopen.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReportView.Deciding(
                        verify,
                        reopen,
                        isAllowed(Verdict.MERGE) ? address(Verdict.MERGE) : "",
                        card.alike().stream().map(this::alike).toList(),
                        forms,
                        hidden()));
    }

    private ReportView.Alike alike(Doubles.Lookalike other) {
        var note = frame.words().shortDate(other.date());
        return new ReportView.Alike(
                other.number(),
                other.title().isEmpty() ? other.number() : other.title(),
                other.samePhoto() ? note + " · " + frame.text("report.same_photo") : note,
                frame.link(ReportRoutes.address(other.number())));
    }

    private boolean isAllowed(Verdict verdict) {
        return (verdict.needsReview() ? card.mayReview() : card.mayAsk()) && report.allows(verdict, desk.now());
    }

    private String address(Verdict verdict) {
        return frame.link(ReportRoutes.address(report.number(), verdict));
    }

    private List<QueueQuery.Field> hidden() {
        var fields = new ArrayList<QueueQuery.Field>();
        fields.add(new QueueQuery.Field(TypedVerdict.REVISION, Integer.toString(report.revision())));
        queue.ifPresent(query -> {
            fields.add(new QueueQuery.Field(ReportRoutes.QUEUE, ReportRoutes.IN_QUEUE));
            fields.addAll(query.fields());
        });
        return fields;
    }

    private ReportView.Form form(
            Verdict verdict, List<AnswerTexts.Answer> answers, Optional<TypedVerdict> typed, String problem) {
        var name = id(verdict);
        return new ReportView.Form(
                name,
                frame.text("report." + name),
                address(verdict),
                verdict == Verdict.ASK ? questions(answers, typed) : List.of(),
                words.reasons(verdict).stream()
                        .map(kind -> new ReportView.Choice(
                                kind.name(),
                                words.reason(new Reason.Offered(kind)),
                                "",
                                typed.flatMap(TypedVerdict::reason)
                                        .filter(kind::equals)
                                        .isPresent()))
                        .toList(),
                typed.map(TypedVerdict::text).orElse(""),
                frame.text(verdict == Verdict.COMMENT ? "report.comment.text" : "report.words"),
                frame.text("report." + name + ".button"),
                typed.isPresent() ? problem : "",
                typed.isPresent());
    }

    private static String id(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private List<ReportView.Choice> questions(List<AnswerTexts.Answer> answers, Optional<TypedVerdict> typed) {
        var askable = questions(filling);
        return answers.stream()
                .filter(answer -> askable.contains(answer.prompt()))
                .map(answer -> new ReportView.Choice(
                        answer.prompt(),
                        answer.within().map(within -> within + ": ").orElse("") + answer.label(),
                        answer.answer(),
                        typed.filter(it -> it.asked().contains(answer.prompt())).isPresent()))
                .toList();
    }

    private ReportView.Links links() {
        return new ReportView.Links(
                may(Action.SEE_LIBRARIES)
                        ? frame.link(Desk.LIBRARIES + "/" + report.library().id())
                        : "",
                frame.link(ReportPdfRoutes.address(report.number())),
                queue.map(query -> frame.link(query.at(QueueRoutes.PATH))).orElse(""),
                queue.flatMap(query -> new ReviewQueue(desk.db(), visitor.actor(), desk.now())
                                .filtered(query.filter())
                                .findAfter(Optional.of(report.number()))
                                .map(after -> frame.link(ReportRoutes.inQueue(after, query))))
                        .orElse(""));
    }
}
