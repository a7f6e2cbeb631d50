package id.laporpustaka.submission.media;

import static id.laporpustaka.db.generated.Tables.DRAFT_MEDIA;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.MEDIA;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.SUBMISSION_MEDIA;
import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.form.Answers;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.Value;
import id.laporpustaka.people.Scope;
import id.laporpustaka.people.ScopeCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStep2;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// The files of reports and what has become of each. A file that two reports have is there once.
public final class Media {
    private static final List<Field<?>> KEPT = List.of(
            MEDIA.ID,
            MEDIA.STATE,
            MEDIA.REASON,
            MEDIA.CONTENT_TYPE,
            MEDIA.SIZE,
            MEDIA.STORE_KEY,
            MEDIA.THUMBNAIL_KEY,
            MEDIA.WIDTH,
            MEDIA.HEIGHT,
            MEDIA.LOOK);

    private static final int AT_ONCE = 1_000;

    private final DSLContext db;

    public Media(DSLContext db) {
        this.db = db;
    }

    /// Has files fetched that have just been sent to the bot: when this transaction has committed and the
    /// fetcher's bell rings. One that is known already stays as it is, except that one that was lost is tried
    /// anew.
    public void want(Collection<MediaFile> files) {
        if (files.isEmpty()) {
            return;
        }
        insert(files.stream())
                .onConflict(MEDIA.UNIQUE_ID)
                .doUpdate()
                .set(MEDIA.FILE_ID, excluded(MEDIA.FILE_ID))
                .set(MEDIA.STATE, MediaState.WAITING.stored())
                .setNull(MEDIA.REASON)
                .set(MEDIA.TRIES, (short) 0)
                .set(MEDIA.DUE_AT, DatabaseClock.now())
                .set(MEDIA.CREATED_AT, DatabaseClock.now())
                .where(MEDIA.STATE.eq(MediaState.LOST.stored()))
                .execute();
    }

    /// In the order of their keys, so that no two transactions wait for each other, and each once.
    private InsertValuesStep2<?, String, String> insert(Stream<MediaFile> files) {
        var byKey = new TreeMap<String, MediaFile>();
        files.forEach(file -> byKey.put(file.uniqueId(), file));
        return db.insertInto(MEDIA, MEDIA.UNIQUE_ID, MEDIA.FILE_ID)
                .valuesOfRows(byKey.values().stream()
                        .map(file -> row(file.uniqueId(), file.fileId()))
                        .toList());
    }

    /// The files of all answers of a report, by question.
    public static Map<String, List<MediaFile>> filesOf(Answers answers) {
        var files = new LinkedHashMap<String, List<MediaFile>>();
        for (var name : answers.names()) {
            if (answers.find(name).orElse(null) instanceof Value.Media media) {
                files.put(name, media.files());
            }
        }
        return files;
    }

    /// Makes these files, and no others, those of the reports: for when reports are sent and when they are
    /// corrected. Files that are not known yet are fetched too. A few statements, however many reports there
    /// are.
    ///
    /// @param files by report and question; see [#filesOf]
    public void attach(Map<Long, Map<String, List<MediaFile>>> files) {
        if (files.isEmpty()) {
            return;
        }
        var links = links(files);
        if (!links.isEmpty()) {
            insert(files.values().stream()
                            .flatMap(report -> report.values().stream())
                            .flatMap(List::stream))
                    .onConflict(MEDIA.UNIQUE_ID)
                    .doNothing()
                    .execute();
        }
        db.deleteFrom(SUBMISSION_MEDIA)
                .where(SUBMISSION_MEDIA.SUBMISSION_ID.eq(
                        any(files.keySet().stream().sorted().toArray(Long[]::new))))
                .execute();
        if (!links.isEmpty()) {
            insertLinks(links);
        }
    }

    private static List<RowN> links(Map<Long, Map<String, List<MediaFile>>> files) {
        var links = new ArrayList<RowN>();
        files.forEach((report, questions) -> questions.forEach((question, answer) -> {
            var names = answer.stream().map(MediaFile::uniqueId).distinct().toList();
            for (var position = 0; position < names.size(); position++) {
                links.add(row(List.of(report, question, names.get(position), (short) position)));
            }
        }));
        return links;
    }

    private void insertLinks(List<RowN> links) {
        var wanted = DSL.values(links.toArray(RowN[]::new))
                .as("wanted", "submission_id", "question", "unique_id", "position");
        db.insertInto(
                        SUBMISSION_MEDIA,
                        SUBMISSION_MEDIA.SUBMISSION_ID,
                        SUBMISSION_MEDIA.QUESTION,
                        SUBMISSION_MEDIA.POSITION,
                        SUBMISSION_MEDIA.MEDIA_ID)
                .select(DSL.select(
                                wanted.field("submission_id", SQLDataType.BIGINT),
                                wanted.field("question", SQLDataType.CLOB),
                                wanted.field("position", SQLDataType.SMALLINT),
                                MEDIA.ID)
                        .from(wanted)
                        .join(MEDIA)
                        .on(MEDIA.UNIQUE_ID.eq(wanted.field("unique_id", SQLDataType.CLOB))))
                .execute();
    }

    /// The files of reports in the order of their answers, by report, in one query; reports with none are not
    /// in the map.
    public Map<Long, List<ReportFile>> listOf(Collection<Long> submissionIds) {
        return db
                .select(KEPT)
                .select(SUBMISSION_MEDIA.SUBMISSION_ID, SUBMISSION_MEDIA.QUESTION, SUBMISSION_MEDIA.POSITION)
                .from(SUBMISSION_MEDIA)
                .join(MEDIA)
                .on(MEDIA.ID.eq(SUBMISSION_MEDIA.MEDIA_ID))
                .where(SUBMISSION_MEDIA.SUBMISSION_ID.eq(any(submissionIds.toArray(Long[]::new))))
                .orderBy(SUBMISSION_MEDIA.SUBMISSION_ID, SUBMISSION_MEDIA.QUESTION, SUBMISSION_MEDIA.POSITION)
                .fetch(row -> new ReportFile(
                        row.get(SUBMISSION_MEDIA.SUBMISSION_ID),
                        row.get(SUBMISSION_MEDIA.QUESTION),
                        row.get(SUBMISSION_MEDIA.POSITION),
                        kept(row)))
                .stream()
                .collect(groupingBy(ReportFile::submissionId));
    }

    /// A file, if some report has it that lies within the scope or that this person has sent.
    public Optional<KeptFile> find(Scope scope, long personId, long id) {
        return db.select(KEPT)
                .from(MEDIA)
                .where(MEDIA.ID.eq(id))
                .and(exists(selectOne()
                        .from(SUBMISSION_MEDIA)
                        .join(SUBMISSION)
                        .on(SUBMISSION.ID.eq(SUBMISSION_MEDIA.SUBMISSION_ID))
                        .join(LIBRARY)
                        .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                        .where(SUBMISSION_MEDIA.MEDIA_ID.eq(MEDIA.ID))
                        .and(ScopeCondition.restrict(scope).or(SUBMISSION.REPORTER_ID.eq(personId)))))
                .fetchOptional(Media::kept);
    }

    private static KeptFile kept(Record row) {
        return new KeptFile(
                row.get(MEDIA.ID),
                MediaState.of(row.get(MEDIA.STATE)),
                Optional.ofNullable(row.get(MEDIA.REASON)).map(MediaReason::of),
                Optional.ofNullable(row.get(MEDIA.STORE_KEY))
                        .map(key -> new KeptFile.Content(
                                key, row.get(MEDIA.CONTENT_TYPE), row.get(MEDIA.SIZE), picture(row))));
    }

    private static Optional<KeptFile.Picture> picture(Record row) {
        return Optional.ofNullable(row.get(MEDIA.THUMBNAIL_KEY))
                .map(key ->
                        new KeptFile.Picture(key, row.get(MEDIA.WIDTH), row.get(MEDIA.HEIGHT), row.get(MEDIA.LOOK)));
    }

    /// Deletes files that no report and no draft has and that have been known since before then. What the store
    /// has of them is put down to be deleted there, by [Leftovers].
    public void deleteUnwantedSince(Instant before) {
        var deleted = AT_ONCE;
        while (deleted == AT_ONCE) {
            deleted = db.transactionResult(some -> deleteSome(some.dsl(), before));
        }
    }

    /// A row that a report is just taking is locked by that and left alone. What was locked here is looked at once
    /// more, as a report may have taken it before.
    private static int deleteSome(DSLContext db, Instant before) {
        var hasNoReport = notExists(selectOne().from(SUBMISSION_MEDIA).where(SUBMISSION_MEDIA.MEDIA_ID.eq(MEDIA.ID)));
        var hasNoDraft = notExists(selectOne().from(DRAFT_MEDIA).where(DRAFT_MEDIA.UNIQUE_ID.eq(MEDIA.UNIQUE_ID)));
        var locked = db.select(MEDIA.ID)
                .from(MEDIA)
                .where(MEDIA.CREATED_AT.lt(before))
                .and(hasNoReport)
                .and(hasNoDraft)
                .orderBy(MEDIA.ID)
                .limit(AT_ONCE)
                .forUpdate()
                .of(MEDIA)
                .skipLocked()
                .fetch(MEDIA.ID);
        var deleted = db.deleteFrom(MEDIA)
                .where(MEDIA.ID.eq(any(locked.toArray(Long[]::new))))
                .and(hasNoReport)
                .returningResult(MEDIA.ID)
                .fetch(MEDIA.ID);
        Leftovers.add(db, deleted);
        return deleted.size();
    }
}
