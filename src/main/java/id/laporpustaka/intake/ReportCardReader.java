package id.laporpustaka.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.ReportCard;
import id.laporpustaka.people.Actor;
import id.laporpustaka.submission.Doubles;
import id.laporpustaka.submission.Reports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/// Reads reports, with all that became of them, for people who are not in a chat. Safe to use from all threads.
public final class ReportCardReader {
    private final DraftJson drafts;

    public ReportCardReader(FormCatalogue forms) {
        this.drafts = new DraftJson(new ObjectMapper(), forms);
    }

    /// The report with this number, if the person may see it or has sent it, and its form can still be read.
    public Optional<ReportCard> find(DSLContext db, Actor actor, String number) {
        var reports = new Reports(db);
        return reports.find(actor, number)
                .or(() -> findOwn(reports, actor, number))
                .flatMap(seen -> read(reports, seen))
                .map(card -> card.with(alike(db, card), List.of()));
    }

    /// For those only who can do something about it.
    private static List<Doubles.Lookalike> alike(DSLContext db, ReportCard card) {
        return card.mayReview()
                ? new Doubles(db).find(List.of(card.asked())).getOrDefault(card.asked(), List.of())
                : List.of();
    }

    private static Optional<Reports.Seen> findOwn(Reports reports, Actor actor, String number) {
        return Optional.ofNullable(
                        reports.findOwn(Map.of(number, actor.personId())).get(number))
                .map(report -> new Reports.Seen(report, false, false));
    }

    private Optional<ReportCard> read(Reports reports, Reports.Seen seen) {
        var report = seen.report();
        var history = reports.listRevisions(List.of(report.id())).getOrDefault(report.id(), List.of());
        return drafts.findCard(report, history, seen.mayAsk(), seen.mayReview());
    }
}
