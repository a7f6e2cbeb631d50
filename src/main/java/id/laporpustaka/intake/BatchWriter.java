package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.INBOX;
import static id.laporpustaka.db.generated.Tables.JOB;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.update;

import id.laporpustaka.conversation.ChatState;
import id.laporpustaka.conversation.Command;
import id.laporpustaka.conversation.Effect;
import id.laporpustaka.conversation.Job;
import id.laporpustaka.conversation.Reply;
import id.laporpustaka.conversation.Turn;
import id.laporpustaka.db.DatabaseClock;
import id.laporpustaka.db.Written;
import id.laporpustaka.export.SentSheets;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.outbox.ChatMove;
import id.laporpustaka.outbox.Outbox;
import id.laporpustaka.outbox.OutboxEntry;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.GroupChats;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.OneTimeLink;
import id.laporpustaka.people.OneTimeLinks;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Reminders;
import id.laporpustaka.people.Role;
import id.laporpustaka.submission.Drafts;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.QuietPeriod;
import id.laporpustaka.submission.QuietTimes;
import id.laporpustaka.submission.Report;
import id.laporpustaka.submission.ReportChange;
import id.laporpustaka.submission.ReportChanges;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.StoredDraft;
import id.laporpustaka.submission.SubmissionColumns;
import id.laporpustaka.submission.Submissions;
import id.laporpustaka.submission.media.Media;
import id.laporpustaka.submission.publishing.FormCandidates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jooq.DSLContext;

/// Collects what the turns of a batch change, writes it with one statement for each kind of row, and commits.
final class BatchWriter {
    private static final Written<StoredState> SAVING = Written.forRows("stepped", rows -> {
        var chatId = rows.column(CHAT.ID, StoredState::chatId);
        var state = rows.column(CHAT.STATE, StoredState::json);
        return update(CHAT)
                .set(CHAT.STATE, state)
                .set(CHAT.TRIES, inline((short) 0))
                .from(rows.table())
                .where(CHAT.ID.eq(chatId));
    });

    private static final Written<Long> HANDLING = Written.forRows("handled", rows -> {
        var position = rows.column(INBOX.POSITION, it -> it);
        return update(INBOX)
                .set(INBOX.HANDLED_AT, DatabaseClock.now())
                .set(INBOX.BODY, inline((String) null, INBOX.BODY))
                .from(rows.table())
                .where(INBOX.POSITION.eq(position));
    });

    private final DSLContext db;
    private final IntakeParts parts;
    private final Instant now;
    private final boolean sendsAtOnce;
    private final List<Long> handled = new ArrayList<>();
    private final Map<Long, ChatState> states = new TreeMap<>();
    private final Map<Long, StoredDraft> drafts = new TreeMap<>();
    private final List<Long> deleted = new ArrayList<>();
    private final List<Long> discarded = new ArrayList<>();
    private final List<NewSubmission> submissions = new ArrayList<>();
    private final List<ReportChange> changes = new ArrayList<>();
    private final List<MediaFile> files = new ArrayList<>();
    private final Map<Long, Map<String, List<MediaFile>>> filesOfDrafts = new TreeMap<>();
    private final Map<Long, Map<String, List<MediaFile>>> filesOfReports = new TreeMap<>();
    private final List<Job> told = new ArrayList<>();
    private final List<Object[]> jobs = new ArrayList<>();
    private final Map<Long, List<OutboxEntry>> messages = new LinkedHashMap<>();
    private final List<AfterCommit.Press> presses = new ArrayList<>();
    private final List<AfterCommit.Menu> menus = new ArrayList<>();
    private final List<Instant> stored = new ArrayList<>();
    private final List<Instant> answered = new ArrayList<>();
    private int steps;

    BatchWriter(DSLContext db, IntakeParts parts, boolean sendsAtOnce) {
        this.sendsAtOnce = sendsAtOnce;
        this.db = db;
        this.parts = parts;
        this.now = parts.clock().instant();
    }

    private record StoredState(long chatId, String json) {}

    void handled(long position) {
        handled.add(position);
    }

    void stepped() {
        steps++;
    }

    /// A step was taken for an update of Telegram's.
    void settled(Instant storedAt) {
        stored.add(storedAt);
    }

    /// A message gets an answer.
    void answered(Instant sentAt) {
        answered.add(sentAt);
    }

    void saveState(long chatId, ChatState state) {
        states.put(chatId, state);
    }

    void answer(String queryId, Turn turn) {
        presses.add(new AfterCommit.Press(
                queryId, turn.toast().map(toast -> parts.texts().toast(toast, turn.language()))));
    }

    /// @param thread the topic of a group in which it is answered
    void turn(long chatId, OptionalInt thread, Turn turn) {
        turn.effects().forEach(effect -> apply(chatId, thread, effect));
        turn.keysGone()
                .ifPresent(gone -> add(new OutboxEntry(
                        chatId,
                        thread,
                        OutboxEntry.Priority.INTERACTIVE,
                        gone.card(),
                        false,
                        OptionalInt.empty(),
                        parts.texts()
                                .message(
                                        gone.reply(),
                                        turn.language(),
                                        turn.after().draft()))));
        turn.reply().ifPresent(placed -> {
            var message = parts.texts()
                    .message(placed.reply(), turn.language(), turn.after().draft());
            add(new OutboxEntry(
                    chatId,
                    thread,
                    priority(placed.reply()),
                    placed.card(),
                    placed.edit(),
                    placed.replaces() ? OptionalInt.of(placed.card() - 1) : OptionalInt.empty(),
                    message));
            commandsOf(placed.reply())
                    .ifPresent(commands -> menus.add(new AfterCommit.Menu(chatId, turn.language(), commands)));
        });
    }

    /// What nobody waits for lets answers go first.
    private static OutboxEntry.Priority priority(Reply reply) {
        return reply instanceof Reply.DraftsWaiting
                        || reply instanceof Reply.Nudge
                        || reply instanceof Reply.RefreshedReceipt
                        || reply instanceof Reply.WeekReminder
                        || reply instanceof Reply.MonthReminder
                        || reply instanceof Reply.DigestCard
                        || reply instanceof Reply.GroupDigestCard
                ? OutboxEntry.Priority.BULK
                : OutboxEntry.Priority.INTERACTIVE;
    }

    private static Optional<List<Command>> commandsOf(Reply reply) {
        return switch (reply) {
            case Reply.Welcome(var _, var commands) -> Optional.of(commands);
            case Reply.BecameAdmin(var _, var commands) -> Optional.of(commands);
            case Reply.Joined(var _, var _, var _, var actor) -> Optional.of(Command.listFor(Optional.of(actor)));
            default -> Optional.empty();
        };
    }

    /// Of several messages for one card only the last is sent, and a question that another has replaced is not.
    private void add(OutboxEntry entry) {
        var ofChat = messages.computeIfAbsent(entry.chatId(), _ -> new ArrayList<>());
        for (var place = 0; place < ofChat.size(); place++) {
            var before = ofChat.get(place);
            if (entry.edit() && before.card() == entry.card()) {
                ofChat.set(
                        place,
                        new OutboxEntry(
                                before.chatId(),
                                before.thread(),
                                before.priority(),
                                before.card(),
                                before.edit(),
                                before.replaces(),
                                entry.message()));
                return;
            }
        }
        ofChat.add(entry);
    }

    /// Whether the next message of the chat may only be looked at when this turn can be read from the database.
    boolean mustStopAfter(Turn turn) {
        return turn.effects().stream().anyMatch(effect -> switch (effect) {
            case Effect.SetLanguage _,
                    Effect.AcceptPrivacy _,
                    Effect.BecomeFirstAdmin _,
                    Effect.Join _,
                    Effect.Decide _,
                    Effect.BeginSheet _,
                    Effect.CancelSheet _,
                    Effect.LeaveLibrary _,
                    Effect.Correct _,
                    Effect.ChangeOwn _,
                    Effect.Review _,
                    Effect.ConfirmGroup _,
                    Effect.ChooseGroupDigest _,
                    Effect.LeaveGroup _,
                    Effect.MoveChat _ -> true;
            case Effect.SaveDraft _,
                    Effect.DiscardDraft _,
                    Effect.Submit _,
                    Effect.CreateSignInLink _,
                    Effect.SetReachable _,
                    Effect.DropForm _,
                    Effect.ChooseReminders _,
                    Effect.SayQuietWeek _,
                    Effect.PassOn _,
                    Effect.FetchFile _,
                    Effect.StartJob _ -> false;
        });
    }

    private void apply(long chatId, OptionalInt thread, Effect effect) {
        switch (effect) {
            case Effect.SaveDraft(var personId, var draft) ->
                drafts.put(draft.id(), parts.drafts().write(personId, draft, now));
            case Effect.DiscardDraft(var draftId) -> discarded.add(draftId);
            case Effect.Submit submit -> submit(submit);
            case Effect.SetLanguage(var personId, var language) ->
                new People(db).setLanguage(By.chat(personId), personId, language.code());
            case Effect.AcceptPrivacy(var personId, var version) ->
                new People(db).acceptPrivacy(By.chat(personId), personId, version, now);
            case Effect.CreateSignInLink(var personId, var token, var life) ->
                new OneTimeLinks(db).keep(token, OneTimeLink.Purpose.WEB_SIGN_IN, OptionalLong.of(personId), now, life);
            case Effect.BecomeFirstAdmin admin -> becomeAdmin(admin);
            case Effect.SetReachable(var telegramId, var reachable) -> {
                if (reachable) {
                    new People(db).setReachable(List.of(telegramId));
                } else {
                    new People(db).setUnreachable(List.of(telegramId), now);
                }
            }
            case Effect.Join join -> joiners().join(join).forEach(told::add);
            case Effect.LeaveLibrary(var personId, var libraryId) ->
                new Memberships(db).leave(By.chat(personId), personId, libraryId, now);
            case Effect.Decide decide -> joiners().decide(decide).forEach(told::add);
            case Effect.PassOn words -> joiners().passOn(words).forEach(told::add);
            case Effect.FetchFile(var file) -> files.add(file);
            case Effect.Correct correct -> correct(correct);
            case Effect.ChangeOwn(var change, var onReceipt) -> {
                changes.add(change);
                if (!onReceipt) {
                    refreshReceipt(change.before());
                }
            }
            case Effect.Review(var change) -> review(change);
            case Effect.ChooseReminders(var plans) -> new Reminders(db).chooseAll(plans);
            case Effect.SayQuietWeek quiet -> say(quiet);
            case Effect.DropForm(var candidate) -> new FormCandidates(db).discard(candidate);
            case Effect.BeginSheet(var personId, var sheet) -> new SentSheets(db).begin(personId, sheet);
            case Effect.CancelSheet(var personId, var sheet) -> new SentSheets(db).cancel(personId, sheet);
            case Effect.StartJob(var job) -> start(chatId, thread, job);
            case Effect.ConfirmGroup(var by, var region) -> new GroupChats(db).confirm(by, chatId, thread, region, now);
            case Effect.ChooseGroupDigest(var digest, var due) ->
                new GroupChats(db).chooseDigest(chatId, thread, digest, due);
            case Effect.LeaveGroup() -> new GroupChats(db).end(chatId, now);
            case Effect.MoveChat(var to) -> ChatMove.rename(db, chatId, to);
        }
    }

    private void say(Effect.SayQuietWeek quiet) {
        var by = By.chat(quiet.personId());
        var times = new QuietTimes(db);
        if (quiet.takenBack()) {
            times.takeBack(by, quiet.personId(), quiet.libraryId(), QuietPeriod.WEEK, quiet.monday(), now);
        } else {
            times.say(by, quiet.personId(), quiet.libraryId(), QuietPeriod.WEEK, quiet.monday(), quiet.today(), now);
        }
    }

    private void submit(Effect.Submit submit) {
        var draft = submit.draft();
        deleted.add(draft.id());
        drafts.remove(draft.id());
        filesOfDrafts.put(draft.id(), Media.filesOf(submit.answers()));
        submissions.add(new NewSubmission(
                draft.id(),
                submit.number(),
                draft.formId(),
                draft.formVersion(),
                draft.libraryId(),
                submit.personId(),
                submit.waiting() ? Status.WAITING : Status.SENT,
                submit.at(),
                SubmissionColumns.of(submit.form(), submit.answers(), submit.sentOn()),
                submit.receipt() == 0 ? OptionalInt.empty() : OptionalInt.of(submit.receipt()),
                parts.drafts().answers(submit.answers(), submit.form())));
    }

    private void correct(Effect.Correct correct) {
        var before = correct.before();
        var form = before.form();
        deleted.add(correct.draft().id());
        drafts.remove(correct.draft().id());
        changes.add(ReportChange.corrected(
                before.report(),
                new ReportChange.Content(
                        SubmissionColumns.of(
                                form, correct.answers(), before.report().sentOn()),
                        parts.drafts().answers(correct.answers(), form)),
                parts.drafts().changes(before.answers(), correct.answers(), form),
                correct.at()));
        filesOfReports.put(before.report().id(), Media.filesOf(correct.answers()));
        refreshReceipt(before.report());
    }

    private void review(ReportChange change) {
        changes.add(change);
        told.addAll(ReportReviews.listToTell(change));
    }

    private void refreshReceipt(Report report) {
        told.addAll(ReportReviews.listToRefresh(report));
    }

    private void becomeAdmin(Effect.BecomeFirstAdmin admin) {
        if (new OneTimeLinks(db).spend(admin.token(), now).isEmpty()) {
            throw new IllegalStateException("The link for the first admin was spent by someone else");
        }
        new OneTimeLinks(db).withdrawAll(OneTimeLink.Purpose.FIRST_ADMIN);
        var people = new People(db);
        var personId =
                people.add(admin.telegramId(), admin.name(), admin.language().code());
        new Assignments(db).appoint(By.chat(personId), personId, Role.ADMIN, OptionalLong.empty());
    }

    private Joiners joiners() {
        return new Joiners(db, now);
    }

    private void start(long chatId, OptionalInt thread, Job job) {
        jobs.add(new Object[] {
            chatId, thread.isPresent() ? thread.getAsInt() : null, parts.jobs().write(job)
        });
    }

    AfterCommit write() {
        new Media(db).want(files);
        new Submissions(db)
                .insertAll(submissions)
                .forEach((draft, report) -> filesOfReports.put(report, filesOfDrafts.getOrDefault(draft, Map.of())));
        new Media(db).attach(filesOfReports);
        new ReportChanges(db).apply(changes);
        new Drafts(db).deleteAll(deleted);
        new JobLane(db, parts.jobs()).addAll(told);
        if (!jobs.isEmpty()) {
            db.batch(
                            db.insertInto(JOB, JOB.CHAT_ID, JOB.THREAD_ID, JOB.BODY)
                                    .values((Long) null, null, null),
                            jobs.toArray(Object[][]::new))
                    .execute();
        }
        var outgoing = messages.values().stream().flatMap(List::stream).toList();
        var saved = states.entrySet().stream()
                .map(entry -> new StoredState(entry.getKey(), parts.states().write(entry.getValue())))
                .toList();
        var written = Written.runAll(
                db,
                List.of(
                        sendsAtOnce ? Outbox.addingAndTaking(outgoing) : Outbox.adding(outgoing),
                        Drafts.saving(drafts.values()),
                        Drafts.discarding(discarded, now),
                        SAVING.with(saved),
                        HANDLING.with(handled),
                        Written.commit()));
        var taken = Outbox.taken(outgoing, written.getFirst());
        return new AfterCommit(
                presses,
                menus,
                taken,
                taken.size() < outgoing.size(),
                !jobs.isEmpty() || !told.isEmpty(),
                !files.isEmpty() || !filesOfReports.isEmpty(),
                new AfterCommit.Done(handled.size(), steps, stored, answered));
    }
}
