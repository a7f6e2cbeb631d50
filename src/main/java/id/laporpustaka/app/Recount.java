package id.laporpustaka.app;

import id.laporpustaka.db.Database;
import id.laporpustaka.summary.Rollups;
import java.io.PrintStream;

/// Compares the sums that are kept of reports with the reports, and makes them anew if they differ. The product may run
/// beside it, but not on the embedded database, which belongs to one process.
final class Recount {
    static final String NAME = "recount";

    private Recount() {}

    static void run(Settings settings, PrintStream out, Closing closing) {
        var database = closing.add(Database.open(Application.databaseAddress(settings, closing)));
        var rollups = new Rollups(database);
        var check = rollups.check();
        out.println("%,d rows of sums, %,d changes not folded yet, %,d wrong"
                .formatted(check.kept(), check.waiting(), check.wrong()));
        if (check.wrong() > 0) {
            rollups.rebuild();
            out.println("Made anew: %,d wrong".formatted(rollups.check().wrong()));
        }
    }
}
