package id.laporpustaka.intake;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.db.Database;
import id.laporpustaka.export.PhotoSource;
import id.laporpustaka.export.PrintedPdf;
import id.laporpustaka.export.ReportDocuments;
import id.laporpustaka.export.ReportPdf;
import id.laporpustaka.outbox.OutgoingFile;
import id.laporpustaka.outbox.OutgoingFiles;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.texts.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes documents of reports for those who may see them at this moment.
final class PrintWork {
    private static final String PDF = "application/pdf";

    private final Database database;
    private final ReportDocuments documents;
    private final ReportPdf pdf;

    PrintWork(Database database, FormCatalogue forms, Texts texts, PhotoSource photos, String publicUrl) {
        this.database = database;
        this.documents = new ReportDocuments(database.context(), forms, texts, photos, publicUrl);
        this.pdf = new ReportPdf(texts);
    }

    /// Makes a document of one report.
    ///
    /// @return the file that waits to be sent; empty if there is no such report for this person
    OptionalLong print(Job.PrintReport asked) {
        return find(asked)
                .flatMap(actor -> documents.find(
                        Permissions.scopeFor(actor, Action.SEE_REPORTS),
                        actor.personId(),
                        asked.number(),
                        asked.language()))
                .map(report -> keep("Laporan " + asked.number(), () -> pdf.print(report)))
                .orElseGet(OptionalLong::empty);
    }

    /// Makes a document of all reports of a time.
    ///
    /// @return the file that waits to be sent; empty if nothing was reported that this person may see
    OptionalLong print(Job.PrintBook asked) {
        return find(asked)
                .flatMap(actor -> documents.findBook(
                        Permissions.scopeFor(actor, Action.SEE_REPORTS),
                        asked.library(),
                        asked.from(),
                        asked.to(),
                        asked.language()))
                .filter(book -> !book.reports().isEmpty())
                .map(book -> keep("Laporan %s - %s".formatted(asked.from(), asked.to()), () -> pdf.print(book)))
                .orElseGet(OptionalLong::empty);
    }

    private Optional<Actor> find(Job asked) {
        return Optional.ofNullable(new People(database.context())
                .findActors(List.of(asked.telegramId()))
                .get(asked.telegramId()));
    }

    private interface Printing {
        PrintedPdf print() throws IOException;
    }

    private OptionalLong keep(String name, Printing printing) {
        var bytes = new ByteArrayOutputStream();
        try (var printed = printing.print()) {
            printed.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var file = new OutgoingFile(name + ".pdf", PDF, bytes.toByteArray());
        return OptionalLong.of(database.inTransaction(db -> new OutgoingFiles(db).add(file)));
    }
}
