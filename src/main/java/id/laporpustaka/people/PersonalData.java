package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.API_TOKEN;
import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.AUDIT;
import static id.laporpustaka.db.generated.Tables.CHAT;
import static id.laporpustaka.db.generated.Tables.DATA_LINK;
import static id.laporpustaka.db.generated.Tables.DRAFT;
import static id.laporpustaka.db.generated.Tables.INVITE;
import static id.laporpustaka.db.generated.Tables.INVITE_USE;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.LIBRARY_IMPORT;
import static id.laporpustaka.db.generated.Tables.MEMBERSHIP;
import static id.laporpustaka.db.generated.Tables.NO_ACTIVITY;
import static id.laporpustaka.db.generated.Tables.NUDGE;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REMINDER;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.db.generated.Tables.WEB_SESSION;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// All that is kept about a person, for their right to a copy (UU 27/2022, article 7).
///
/// Reports belong to the libraries and are named by their numbers. Other people are not named. Secrets, of which
/// only a hash is kept, are left out. One query for each kind.
public final class PersonalData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DSLContext db;

    public PersonalData(DSLContext db) {
        this.db = db;
    }

    /// Everything about one person; empty if there is no such person, or nothing any more but the id.
    public Optional<ObjectNode> of(long personId) {
        return db.selectFrom(PERSON)
                .where(PERSON.ID.eq(personId))
                .and(PERSON.ERASED_AT.isNull())
                .fetchOptional()
                .map(person -> {
                    var all = JsonNodeFactory.instance.objectNode();
                    all.set(
                            "person",
                            node(
                                    person,
                                    PERSON.ID,
                                    PERSON.TELEGRAM_ID,
                                    PERSON.NAME,
                                    PERSON.LANGUAGE,
                                    PERSON.UNREACHABLE_SINCE,
                                    PERSON.CREATED_AT));
                    all.set("consents", list(List.of(person), PERSON.CONSENT_VERSION, PERSON.CONSENTED_AT));
                    all.set("memberships", memberships(personId));
                    all.set("roles", roles(personId));
                    all.set("invitations_used", invitationsUsed(personId));
                    all.set("invitations_made", invitationsMade(personId));
                    all.set("sheets_of_libraries_sent", sheets(personId));
                    all.set("reports", reports(personId));
                    all.set("drafts", drafts(personId));
                    all.set("reminders", plannedReminders(personId));
                    all.set("reminders_received", reminders(personId));
                    all.set("times_without_activities_reported", quietTimes(personId));
                    all.set("browsers_signed_in", sessions(personId));
                    all.set("tokens_of_the_api", tokens(personId));
                    all.set("links_to_data", links(personId));
                    all.set("chat", chat(person.getTelegramId()));
                    all.set("audit", audit(personId));
                    return all;
                });
    }

    private ArrayNode memberships(long personId) {
        return list(db.select(
                        LIBRARY.NAME.as("library"),
                        MEMBERSHIP.ROLE,
                        MEMBERSHIP.STATUS,
                        MEMBERSHIP.CREATED_AT,
                        MEMBERSHIP.DECIDED_AT)
                .from(MEMBERSHIP)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(MEMBERSHIP.LIBRARY_ID))
                .where(MEMBERSHIP.PERSON_ID.eq(personId))
                .orderBy(MEMBERSHIP.ID)
                .fetch());
    }

    private ArrayNode roles(long personId) {
        return list(db.select(
                        ASSIGNMENT.ROLE,
                        REGION.CODE.as("region_code"),
                        REGION.NAME.as("region"),
                        ASSIGNMENT.GRANTED_AT,
                        ASSIGNMENT.REVOKED_AT)
                .from(ASSIGNMENT)
                .leftJoin(REGION)
                .on(REGION.ID.eq(ASSIGNMENT.REGION_ID))
                .where(ASSIGNMENT.PERSON_ID.eq(personId))
                .orderBy(ASSIGNMENT.ID)
                .fetch());
    }

    private ArrayNode sheets(long personId) {
        return list(db.select(
                        LIBRARY_IMPORT.FILE_NAME,
                        LIBRARY_IMPORT.STATUS,
                        LIBRARY_IMPORT.ROW_COUNT,
                        LIBRARY_IMPORT.CREATED_AT,
                        LIBRARY_IMPORT.DONE_AT)
                .from(LIBRARY_IMPORT)
                .where(LIBRARY_IMPORT.PERSON_ID.eq(personId))
                .orderBy(LIBRARY_IMPORT.ID)
                .fetch());
    }

    private ArrayNode invitationsUsed(long personId) {
        return list(db.select(LIBRARY.NAME.as("library"), INVITE.ROLE, INVITE_USE.USED_AT)
                .from(INVITE_USE)
                .join(INVITE)
                .on(INVITE.ID.eq(INVITE_USE.INVITE_ID))
                .leftJoin(LIBRARY)
                .on(LIBRARY.ID.eq(INVITE.LIBRARY_ID))
                .where(INVITE_USE.PERSON_ID.eq(personId))
                .orderBy(INVITE_USE.USED_AT)
                .fetch());
    }

    private ArrayNode invitationsMade(long personId) {
        return list(db.select(
                        LIBRARY.NAME.as("library"),
                        INVITE.ROLE,
                        INVITE.USES,
                        INVITE.USED,
                        INVITE.CREATED_AT,
                        INVITE.EXPIRES_AT,
                        INVITE.REVOKED_AT)
                .from(INVITE)
                .leftJoin(LIBRARY)
                .on(LIBRARY.ID.eq(INVITE.LIBRARY_ID))
                .where(INVITE.CREATED_BY.eq(personId))
                .orderBy(INVITE.ID)
                .fetch());
    }

    private ArrayNode reports(long personId) {
        return list(db.select(
                        SUBMISSION.NUMBER,
                        SUBMISSION.FORM_ID,
                        LIBRARY.NAME.as("library"),
                        SUBMISSION.STATUS,
                        SUBMISSION.SUBMITTED_AT)
                .from(SUBMISSION)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(SUBMISSION.LIBRARY_ID))
                .where(SUBMISSION.REPORTER_ID.eq(personId))
                .orderBy(SUBMISSION.ID)
                .fetch());
    }

    private ArrayNode drafts(long personId) {
        return list(db.select(
                        DRAFT.FORM_ID,
                        LIBRARY.NAME.as("library"),
                        DRAFT.CREATED_AT,
                        DRAFT.UPDATED_AT,
                        DRAFT.DISCARDED_AT,
                        DRAFT.CONTENT)
                .from(DRAFT)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(DRAFT.LIBRARY_ID))
                .where(DRAFT.PERSON_ID.eq(personId))
                .orderBy(DRAFT.ID)
                .fetch());
    }

    private ArrayNode plannedReminders(long personId) {
        return list(db.select(
                        REMINDER.KIND,
                        REMINDER.RHYTHM,
                        REMINDER.WEEKDAY,
                        REMINDER.HOUR,
                        REMINDER.PAUSED_UNTIL,
                        REMINDER.DUE_AT)
                .from(REMINDER)
                .where(REMINDER.PERSON_ID.eq(personId))
                .orderBy(REMINDER.KIND)
                .fetch());
    }

    private ArrayNode reminders(long personId) {
        return list(db.select(NUDGE.AT, NUDGE.KIND, LIBRARY.NAME.as("library"))
                .from(NUDGE)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(NUDGE.LIBRARY_ID))
                .where(NUDGE.PERSON_ID.eq(personId))
                .orderBy(NUDGE.AT, NUDGE.LIBRARY_ID)
                .fetch());
    }

    private ArrayNode quietTimes(long personId) {
        return list(db.select(
                        LIBRARY.NAME.as("library"),
                        NO_ACTIVITY.PERIOD,
                        NO_ACTIVITY.FIRST_DAY,
                        NO_ACTIVITY.SAID_AT,
                        NO_ACTIVITY.TAKEN_BACK_AT)
                .from(NO_ACTIVITY)
                .join(LIBRARY)
                .on(LIBRARY.ID.eq(NO_ACTIVITY.LIBRARY_ID))
                .where(NO_ACTIVITY.SAID_BY.eq(personId))
                .orderBy(NO_ACTIVITY.ID)
                .fetch());
    }

    private ArrayNode sessions(long personId) {
        return list(db.select(
                        WEB_SESSION.KIND,
                        WEB_SESSION.BROWSER,
                        WEB_SESSION.PLATFORM,
                        WEB_SESSION.CREATED_AT,
                        WEB_SESSION.LAST_SEEN_AT,
                        WEB_SESSION.EXPIRES_AT)
                .from(WEB_SESSION)
                .where(WEB_SESSION.PERSON_ID.eq(personId))
                .orderBy(WEB_SESSION.CREATED_AT)
                .fetch());
    }

    private ArrayNode tokens(long personId) {
        return list(db.select(API_TOKEN.NAME, API_TOKEN.CREATED_AT, API_TOKEN.LAST_USED_AT, API_TOKEN.EXPIRES_AT)
                .from(API_TOKEN)
                .where(API_TOKEN.PERSON_ID.eq(personId))
                .orderBy(API_TOKEN.ID)
                .fetch());
    }

    private ArrayNode links(long personId) {
        return list(db.select(
                        DATA_LINK.FORM_ID,
                        DATA_LINK.PERIOD,
                        DATA_LINK.CREATED_AT,
                        DATA_LINK.LAST_USED_AT,
                        DATA_LINK.EXPIRES_AT)
                .from(DATA_LINK)
                .where(DATA_LINK.PERSON_ID.eq(personId))
                .orderBy(DATA_LINK.ID)
                .fetch());
    }

    /// What the conversation remembers; the messages themselves are kept for two days only.
    private JsonNode chat(@Nullable Long chatId) {
        return db.select(CHAT.STATE)
                .from(CHAT)
                .where(CHAT.ID.eq(chatId))
                .fetchOptional(CHAT.STATE)
                .map(PersonalData::parse)
                .orElseGet(JsonNodeFactory.instance::nullNode);
    }

    private ArrayNode audit(long personId) {
        var entries = JsonNodeFactory.instance.arrayNode();
        db.select(AUDIT.AT, AUDIT.ACTION, AUDIT.CHANNEL, AUDIT.ADDRESS, AUDIT.PERSON_ID, LIBRARY.NAME.as("library"))
                .from(AUDIT)
                .leftJoin(LIBRARY)
                .on(LIBRARY.ID.eq(AUDIT.LIBRARY_ID))
                .where(AUDIT.PERSON_ID.eq(personId).or(AUDIT.ABOUT_PERSON_ID.eq(personId)))
                .orderBy(AUDIT.ID)
                .forEach(row -> {
                    var by = row.get(AUDIT.PERSON_ID);
                    var theirs = by != null && by == personId;
                    var entry = node(row, AUDIT.AT, AUDIT.ACTION, row.field("library"));
                    entry.put("by", theirs ? "this person" : by == null ? "the product" : "somebody else");
                    if (theirs) { // from where somebody else did it is theirs
                        put(entry, AUDIT.CHANNEL.getName(), row.get(AUDIT.CHANNEL));
                        put(entry, AUDIT.ADDRESS.getName(), row.get(AUDIT.ADDRESS));
                    }
                    entries.add(entry);
                });
        return entries;
    }

    private static ArrayNode list(List<? extends Record> rows, Field<?>... fields) {
        var list = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> list.add(node(row, fields.length == 0 ? row.fields() : fields)));
        return list;
    }

    private static ObjectNode node(Record row, @Nullable Field<?>... fields) {
        var node = JsonNodeFactory.instance.objectNode();
        for (var field : fields) {
            if (field != null) {
                put(node, field.getName(), row.get(field));
            }
        }
        return node;
    }

    /// What is missing is left out.
    private static void put(ObjectNode node, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Long whole -> node.put(name, whole);
            case Short whole -> node.put(name, whole);
            case Integer whole -> node.put(name, whole);
            case JSONB json -> node.set(name, parse(json.data()));
            default -> node.put(name, value.toString());
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored as JSON is not", e);
        }
    }
}
