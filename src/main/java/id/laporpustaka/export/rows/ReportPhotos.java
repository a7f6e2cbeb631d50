package id.laporpustaka.export.rows;

import static id.laporpustaka.db.generated.Tables.MEDIA;
import static org.jooq.impl.DSL.any;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.db.Database;
import id.laporpustaka.export.CsvRows;
import id.laporpustaka.export.ExportProgress;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.submission.media.MediaStore;
import id.laporpustaka.texts.ExportWords;
import id.laporpustaka.texts.Texts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;

/// Packs the photos of the reports of a selection, those that may be shown beyond who reports and reviews, in folders
/// of
/// their libraries, with a list of what is on them.
public final class ReportPhotos {
    /// So many go into one file; who wants more asks for a smaller part.
    public static final int MOST = 5_000;

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NAME = 60;

    private final Database database;
    private final FormCatalogue forms;
    private final Texts texts;
    private final MediaStore store;
    private final int most;

    public ReportPhotos(Database database, FormCatalogue forms, Texts texts, MediaStore store) {
        this(database, forms, texts, store, MOST);
    }

    ReportPhotos(Database database, FormCatalogue forms, Texts texts, MediaStore store, int most) {
        this.database = database;
        this.forms = forms;
        this.texts = texts;
        this.store = store;
        this.most = most;
    }

    /// What has been written.
    ///
    /// @param photos none if there is no file
    /// @param complete whether there were no more than fit into one file
    public record Written(int photos, boolean complete) {}

    /// Writes the file; with no photos there is none.
    ///
    /// @throws ExportProgress.Cancelled when told so by the progress
    public Written write(Selection selection, Language language, ExportProgress progress, Path file) {
        return database.inSnapshot(db -> {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
                    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                zip.setLevel(Deflater.NO_COMPRESSION);
                return new Packing(db, zip, texts.exports(language), progress).pack(selection);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private final class Packing {
        private final DSLContext db;
        private final ZipOutputStream zip;
        private final ExportWords words;
        private final ExportProgress progress;
        private final List<List<String>> list = new ArrayList<>();
        private boolean complete = true;

        Packing(DSLContext db, ZipOutputStream zip, ExportWords words, ExportProgress progress) {
            this.db = db;
            this.zip = zip;
            this.words = words;
            this.progress = progress;
        }

        Written pack(Selection selection) throws IOException {
            var rows = new ReportRows(db, forms);
            var counts = rows.countByForm(selection);
            progress.begun(counts.values().stream().mapToInt(count -> count).sum());
            for (var form : counts.keySet()) {
                rows.forEach(selection, form, some -> {
                    pack(some);
                    progress.done(some.size());
                });
            }
            var photos = list.size();
            if (photos > 0) {
                writeList();
            }
            return new Written(photos, complete);
        }

        private void pack(List<ReportRow> some) throws IOException {
            var keys = keys(some.stream()
                    .filter(row -> row.consent().given())
                    .flatMap(row -> photos(row).stream())
                    .toList());
            for (var row : some) {
                var number = 0;
                for (var photo : row.consent().given() ? photos(row) : List.<Long>of()) {
                    var key = Optional.ofNullable(keys.get(photo));
                    if (key.isPresent()) {
                        number++;
                        pack(row, number, key.get());
                    }
                }
            }
        }

        private static List<Long> photos(ReportRow row) {
            return row.files().entrySet().stream()
                    .filter(files -> row.form()
                            .findQuestion(files.getKey())
                            .filter(question -> question.type() == QuestionType.IMAGE)
                            .isPresent())
                    .flatMap(files -> files.getValue().stream())
                    .toList();
        }

        /// Where those lie that have been fetched and cleaned.
        private Map<Long, String> keys(List<Long> photos) {
            return photos.isEmpty()
                    ? Map.of()
                    : new HashMap<>(db.select(MEDIA.ID, MEDIA.STORE_KEY)
                            .from(MEDIA)
                            .where(MEDIA.ID.eq(any(photos.toArray(Long[]::new))))
                            .and(MEDIA.STORE_KEY.isNotNull())
                            .and(MEDIA.WIDTH.isNotNull())
                            .fetchMap(MEDIA.ID, MEDIA.STORE_KEY));
        }

        private void pack(ReportRow row, int number, String key) throws IOException {
            if (list.size() >= most) {
                complete = false;
                return;
            }
            var stored = store.open(key);
            if (stored.isEmpty()) {
                return;
            }
            var name = folder(row.library()) + "/" + row.dateStart() + " " + row.number() + " " + number + ".jpg";
            zip.putNextEntry(new ZipEntry(name));
            try (var photo = stored.get()) {
                photo.bytes().transferTo(zip);
            }
            zip.closeEntry();
            list.add(List.of(
                    name,
                    row.number(),
                    row.library().name(),
                    row.dateStart().toString(),
                    row.title().orElse("")));
        }

        private static String folder(PlacedLibrary library) {
            var regency = Optional.ofNullable(library.places().get(RegionLevel.REGENCY))
                    .or(() -> Optional.ofNullable(library.places().get(RegionLevel.PROVINCE)));
            var village = Optional.ofNullable(library.places().get(RegionLevel.VILLAGE));
            var name = plain(village.map(of -> library.name() + " " + of.code()).orElse(library.name()));
            return regency.map(of -> plain(of.title()) + "/" + name).orElse(name);
        }

        /// As every system may call a file (Windows leaves most out).
        private static String plain(String name) {
            var kept = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ")
                    .replaceAll("\\s+", " ")
                    .strip()
                    .replaceAll("^\\.+|\\.+$", "");
            return kept.isEmpty()
                    ? "-"
                    : kept.substring(0, Math.min(kept.length(), LONGEST_NAME)).strip();
        }

        private void writeList() throws IOException {
            zip.setLevel(Deflater.DEFAULT_COMPRESSION);
            zip.putNextEntry(new ZipEntry(words.nameOfPhotoList() + ".csv"));
            try (var csv = new CsvRows(zip, words.separator())) {
                csv.add(words.photoListHeadings());
                list.forEach(csv::add);
            }
            zip.closeEntry();
        }
    }
}
