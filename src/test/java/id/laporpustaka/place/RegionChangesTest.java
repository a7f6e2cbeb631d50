package id.laporpustaka.place;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static id.laporpustaka.db.generated.Tables.FORM_VERSION;
import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.PERSON;
import static id.laporpustaka.db.generated.Tables.REGION;
import static id.laporpustaka.db.generated.Tables.REGION_DATA;
import static id.laporpustaka.db.generated.Tables.REGION_FORMER;
import static id.laporpustaka.db.generated.Tables.REGION_SUCCESSOR;
import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.place.RegionChange.Added;
import id.laporpustaka.place.RegionChange.Ended;
import id.laporpustaka.place.RegionChange.Ending;
import id.laporpustaka.place.RegionChange.Named;
import id.laporpustaka.place.RegionChange.Recoded;
import id.laporpustaka.place.RegionChange.Renamed;
import id.laporpustaka.place.RegionUpdate.AlreadyDone;
import id.laporpustaka.place.RegionUpdate.Done;
import id.laporpustaka.place.RegionUpdate.Kind;
import id.laporpustaka.place.RegionUpdate.Problem;
import id.laporpustaka.place.RegionUpdate.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.JSONB;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegionChangesTest {
    private static final LocalDate BEGIN = LocalDate.of(2025, 4, 25);
    private static final LocalDate CHANGE = LocalDate.of(2026, 7, 1);
    private static final Map<String, String> COUNTRY = Map.ofEntries(
            Map.entry("33", "Jawa Tengah"),
            Map.entry("33.06", "Kabupaten Purworejo"),
            Map.entry("33.06.01", "Grabag"),
            Map.entry("33.06.01.2001", "Harjobinangun"),
            Map.entry("33.06.01.2002", "Patutrejo"),
            Map.entry("33.06.02", "Ngombol"),
            Map.entry("33.06.02.2001", "Sidomulyo"),
            Map.entry("33.06.03", "Purwodadi"),
            Map.entry("33.06.03.2001", "Jogoboyo"),
            Map.entry("33.07", "Kabupaten Wonosobo"),
            Map.entry("33.07.01", "Wadaslintang"),
            Map.entry("33.07.01.2001", "Lancar"),
            Map.entry("33.07.01.2002", "Sumberejo"));

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private RegionChanges changes;
    private Libraries libraries;
    private Regions regions;

    @BeforeEach
    void loadTheFirstVersion() {
        changes = new RegionChanges(fresh.database());
        libraries = new Libraries(fresh.context());
        regions = new Regions(fresh.context());
        assertThat(changes.apply(changes.preview(new RegionVersion("one", new TreeMap<>(COUNTRY))), Map.of(), BEGIN))
                .isEqualTo(new Done(0, 0, 0, COUNTRY.size(), 0, 0, 0, 0));
    }

    @Test
    void a_regency_that_is_split_gives_its_libraries_and_coordinators_to_the_new_ones() {
        var regency = id("33.06");
        var ofTheRegency = library("Perpustakaan Kabupaten", regency);
        var inGrabag = library("Perpustakaan Harjobinangun", id("33.06.01.2001"));
        var inPurwodadi = library("Perpustakaan Jogoboyo", id("33.06.03.2001"));
        var person = person();
        var assignment = assignment(person, "PIC_KAB", regency);
        var reports = List.of(report(person, ofTheRegency), report(person, inGrabag), report(person, inPurwodadi));
        var set = changes.preview(split());

        assertThat(set.from()).isEqualTo("one");
        assertThat(set.list(Ended.class))
                .containsExactly(new Ended(
                        region(regency),
                        Ending.SPLIT,
                        List.of(new Named("33.30", "Kabupaten Bagelen"), new Named("33.31", "Kabupaten Kutoarjo")),
                        List.of()));
        assertThat(set.list(Added.class))
                .containsExactly(
                        new Added(new Named("33.30", "Kabupaten Bagelen")),
                        new Added(new Named("33.31", "Kabupaten Kutoarjo")));
        assertThat(set.list(Recoded.class))
                .hasSize(7)
                .filteredOn(Recoded::moved)
                .hasSize(3);
        assertThat(set.changes()).hasSize(10);

        var done = changes.apply(set, Map.of(), CHANGE);

        assertThat(done).isEqualTo(new Done(0, 0, 7, 2, 1, 1, 1, 1));
        assertThat(codeOf(ofTheRegency)).isEqualTo("33.30");
        assertThat(codeOf(inGrabag)).isEqualTo("33.30.01.2001");
        assertThat(codeOf(inPurwodadi)).isEqualTo("33.31.01.2001");
        assertThat(assignedTo(person)).containsExactly("33.30", "33.31");
        assertThat(fresh.context()
                        .select(ASSIGNMENT.ID)
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.REGION_ID.eq(id("33.30")))
                        .fetch(ASSIGNMENT.ID))
                .containsExactly(assignment);
        assertThat(fresh.context()
                        .select(SUBMISSION.ID, SUBMISSION.LIBRARY_ID)
                        .from(SUBMISSION)
                        .fetchMap(SUBMISSION.ID, SUBMISSION.LIBRARY_ID))
                .isEqualTo(Map.of(reports.get(0), ofTheRegency, reports.get(1), inGrabag, reports.get(2), inPurwodadi));
        assertThat(fresh.context().fetchSingle(REGION, REGION.ID.eq(regency)).getValidTo())
                .isEqualTo(CHANGE);
        assertThat(regions.findById(regency).map(Region::name)).contains("Kabupaten Purworejo");
        assertThat(regions.listSuccessors(regency)).extracting(Region::code).containsExactly("33.30", "33.31");
        assertThat(regions.listPath("33.31.01.2001"))
                .extracting(Region::name)
                .containsExactly("Jawa Tengah", "Kabupaten Kutoarjo", "Purwodadi", "Jogoboyo");
        assertThat(regions.listChildren(id("33.30"))).extracting(Region::name).containsExactly("Grabag", "Ngombol");
        assertThat(regions.findByCode("33.06.03").map(Region::code)).contains("33.31.01");
        assertThat(presentCodes()).isEqualTo(split().names());
    }

    @Test
    void a_regency_from_which_another_is_taken_goes_on() {
        var purworejo = id("33.06");
        var person = person();
        assignment(person, "PIC_KAB", purworejo);
        var country = new TreeMap<>(COUNTRY);
        move(country, "33.06.03", "33.31.01");
        country.put("33.31", "Kabupaten Kutoarjo");

        var set = changes.preview(version("two", country));
        changes.apply(set, Map.of(), CHANGE);

        assertThat(set.list(Ended.class)).isEmpty();
        assertThat(set.list(Recoded.class)).hasSize(2);
        assertThat(id("33.06")).isEqualTo(purworejo);
        assertThat(assignedTo(person)).containsExactly("33.06");
    }

    @Test
    void villages_that_exchange_their_codes_keep_their_ids() {
        var harjobinangun = id("33.06.01.2001");
        var patutrejo = id("33.06.01.2002");
        var country = new TreeMap<>(COUNTRY);
        country.put("33.06.01.2001", "PATUTREJO");
        country.put("33.06.01.2002", "Harjo Binangun");

        changes.apply(changes.preview(version("two", country)), Map.of(), CHANGE);

        assertThat(id("33.06.01.2001")).isEqualTo(patutrejo);
        assertThat(id("33.06.01.2002")).isEqualTo(harjobinangun);
        assertThat(fresh.context().fetchCount(REGION, REGION.VALID_TO.isNotNull()))
                .isZero();
        assertThat(fresh.context()
                        .selectFrom(REGION_FORMER)
                        .orderBy(REGION_FORMER.CODE)
                        .fetch(row -> List.<Object>of(
                                row.getRegionId(), row.getCode(), row.getValidFrom(), row.getValidTo())))
                .containsExactly(
                        List.of(harjobinangun, "33.06.01.2001", BEGIN, CHANGE),
                        List.of(patutrejo, "33.06.01.2002", BEGIN, CHANGE));
    }

    @Test
    void a_village_with_another_name_under_its_code_is_the_same_unless_its_name_moved_on() {
        var country = new TreeMap<>(COUNTRY);
        country.put("33.06.01.2001", "Tunggulrejo");
        country.put("33.07.01.2002", "Sumber Rejo");

        var set = changes.preview(version("two", country));

        assertThat(set.changes())
                .contains(new Renamed(regions.findByCode("33.06.01.2001").orElseThrow(), "Tunggulrejo", true));
        assertThat(set.changes()).hasSize(2);
    }

    @Test
    void villages_that_become_one_are_decided_by_a_person() {
        var patutrejo = id("33.06.01.2002");
        var library = library("Perpustakaan Patutrejo", patutrejo);
        var both = person();
        assignment(both, "PIC_DESA", patutrejo);
        assignment(both, "PIC_DESA", id("33.06.01.2001"));
        var set = changes.preview(withoutPatutrejo());
        var unclear = set.listUnclear();

        assertThat(unclear).hasSize(1).first().satisfies(ended -> {
            assertThat(ended.region().id()).isEqualTo(patutrejo);
            assertThat(ended.suggestions()).containsExactly(new Named("33.06.01.2001", "Harjobinangun"));
        });
        assertThat(changes.apply(set, Map.of(), CHANGE)).isEqualTo(refused(Kind.UNDECIDED, patutrejo));
        assertThat(changes.apply(set, Map.of(patutrejo, List.of()), CHANGE)).isEqualTo(refused(Kind.IN_USE, patutrejo));
        assertThat(changes.apply(set, Map.of(patutrejo, List.of("33.06.01")), CHANGE))
                .isEqualTo(refused(Kind.NO_SUCH_SUCCESSOR, patutrejo));
        assertThat(changes.apply(set, Map.of(patutrejo, List.of("33.06.01.2002")), CHANGE))
                .isEqualTo(refused(Kind.NO_SUCH_SUCCESSOR, patutrejo));

        var done = changes.apply(set, Map.of(patutrejo, List.of("33.06.01.2001")), CHANGE);

        assertThat(done).isEqualTo(new Done(0, 0, 0, 0, 1, 1, 1, 0));
        assertThat(codeOf(library)).isEqualTo("33.06.01.2001");
        assertThat(assignedTo(both)).containsExactly("33.06.01.2001");
    }

    @Test
    void a_district_that_goes_into_another_is_clear_by_its_villages() {
        var ngombol = id("33.06.02");
        var country = new TreeMap<>(COUNTRY);
        move(country, "33.06.02.2001", "33.06.01.2003");
        country.remove("33.06.02");

        var set = changes.preview(version("two", country));

        assertThat(set.list(Ended.class))
                .containsExactly(
                        new Ended(region(ngombol), Ending.MERGED, List.of(new Named("33.06.01", "Grabag")), List.of()));
    }

    @Test
    void a_village_whose_name_two_new_ones_carry_on_was_split() {
        var country = new TreeMap<>(COUNTRY);
        country.remove("33.06.01.2001");
        country.put("33.06.01.2003", "Harjobinangun Lor Kulon");
        country.put("33.06.01.2004", "Harjobinangun Kidul Wetan");

        var set = changes.preview(version("two", country));

        assertThat(set.list(Ended.class))
                .allMatch(it -> it.ending() == Ending.SPLIT && it.successors().size() == 2);
    }

    @Test
    void what_was_applied_already_changes_nothing() {
        var set = changes.preview(split());
        changes.apply(set, Map.of(), CHANGE);
        var before = everything();

        assertThat(changes.apply(set, Map.of(), CHANGE)).isEqualTo(new AlreadyDone());
        assertThat(changes.apply(changes.preview(split()), Map.of(), CHANGE.plusYears(1)))
                .isEqualTo(new AlreadyDone());

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void of_two_at_a_time_one_does_it() throws Exception {
        var set = changes.preview(split());
        Callable<RegionUpdate> apply = () -> changes.apply(set, Map.of(), CHANGE);

        List<RegionUpdate> done;
        try (var threads = Executors.newFixedThreadPool(2)) {
            done = threads.invokeAll(List.of(apply, apply)).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        assertThat(done).containsExactlyInAnyOrder(new Done(0, 0, 7, 2, 1, 0, 0, 0), new AlreadyDone());
    }

    @Test
    void a_failure_leaves_nothing_behind() {
        library("Perpustakaan Kabupaten", id("33.06"));
        fresh.context().execute("""
            create function refuse() returns trigger language plpgsql as
            $$ begin raise exception 'no'; end $$
            """);
        fresh.context().execute("create trigger refuse before update on library execute function refuse()");
        var set = changes.preview(split());
        var before = everything();

        assertThatThrownBy(() -> changes.apply(set, Map.of(), CHANGE)).isInstanceOf(DataAccessException.class);

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() {
        var set = changes.preview(split());
        var before = everything();

        assertThat(changes.apply(set, Map.of(id("33.07"), List.of("33.30")), CHANGE))
                .isEqualTo(refused(Kind.NOT_ENDED, id("33.07")));
        assertThat(changes.apply(set, Map.of(), BEGIN))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .hasSize(8)
                                .allMatch(problem -> problem.kind() == Kind.TOO_EARLY));
        assertThat(everything()).isEqualTo(before);

        changes.apply(changes.preview(withoutPatutrejo()), Map.of(id("33.06.01.2002"), List.of()), CHANGE);
        assertThat(changes.apply(set, Map.of(), CHANGE.plusDays(1))).isEqualTo(refused(Kind.STALE, 0));
    }

    @Test
    void a_person_may_choose_another_main_successor() {
        var regency = id("33.06");
        var ofTheRegency = library("Perpustakaan Kabupaten", regency);

        changes.apply(changes.preview(split()), Map.of(regency, List.of("33.31", "33.30")), CHANGE);

        assertThat(codeOf(ofTheRegency)).isEqualTo("33.31");
    }

    @Test
    void versions_follow_each_other() {
        var harjobinangun = id("33.06.01.2001");
        changes.apply(changes.preview(split()), Map.of(), CHANGE);
        var back = version("three", new TreeMap<>(COUNTRY));
        var set = changes.preview(back);

        changes.apply(set, Map.of(), CHANGE.plusYears(1));

        assertThat(presentCodes()).isEqualTo(back.names());
        assertThat(id("33.06.01.2001")).isEqualTo(harjobinangun);
        assertThat(fresh.context()
                        .selectFrom(REGION_FORMER)
                        .where(REGION_FORMER.REGION_ID.eq(harjobinangun))
                        .orderBy(REGION_FORMER.VALID_TO)
                        .fetch(row -> List.<Object>of(row.getCode(), row.getValidFrom(), row.getValidTo())))
                .containsExactly(
                        List.of("33.06.01.2001", BEGIN, CHANGE), List.of("33.30.01.2001", CHANGE, CHANGE.plusYears(1)));
    }

    // ---------------------------------------------------------------- versions

    private static RegionVersion version(String name, Map<String, String> names) {
        return new RegionVersion(name, new TreeMap<>(names));
    }

    /// Purworejo is no more; two of its districts are in Bagelen, one in Kutoarjo.
    private static RegionVersion split() {
        var country = new TreeMap<>(COUNTRY);
        move(country, "33.06.01", "33.30.01");
        move(country, "33.06.02", "33.30.02");
        move(country, "33.06.03", "33.31.01");
        country.remove("33.06");
        country.put("33.30", "Kabupaten Bagelen");
        country.put("33.31", "Kabupaten Kutoarjo");
        return version("two", country);
    }

    private static RegionVersion withoutPatutrejo() {
        var country = new TreeMap<>(COUNTRY);
        country.remove("33.06.01.2002");
        return version("without", country);
    }

    private static void move(SortedMap<String, String> country, String from, String to) {
        var moved = country.subMap(from, from + "/").entrySet().stream()
                .collect(toMap(it -> to + it.getKey().substring(from.length()), Map.Entry::getValue));
        country.subMap(from, from + "/").clear();
        country.putAll(moved);
    }

    // ---------------------------------------------------------------- what is in the database

    private long id(String code) {
        return SampleRegions.id(fresh.context(), code);
    }

    private Region region(long id) {
        return regions.findById(id).orElseThrow();
    }

    private static Refused refused(Kind kind, long regionId) {
        return new Refused(List.of(new Problem(kind, regionId)));
    }

    private Map<String, String> presentCodes() {
        return fresh.context()
                .selectFrom(REGION)
                .where(REGION.VALID_TO.isNull())
                .fetchMap(REGION.CODE, REGION.NAME);
    }

    private long library(String name, long regionId) {
        return libraries.add(name, LibraryType.DESA, Scheme.MANDIRI, Optional.empty(), regionId);
    }

    private String codeOf(long library) {
        return libraries.findById(library).orElseThrow().region().code();
    }

    private long person() {
        return fresh.context()
                .insertInto(PERSON)
                .set(PERSON.NAME, "Ratna")
                .set(PERSON.LANGUAGE, "id")
                .returningResult(PERSON.ID)
                .fetchSingle()
                .value1();
    }

    private long assignment(long person, String role, long regionId) {
        return fresh.context()
                .insertInto(ASSIGNMENT)
                .set(ASSIGNMENT.PERSON_ID, person)
                .set(ASSIGNMENT.ROLE, role)
                .set(ASSIGNMENT.REGION_ID, regionId)
                .returningResult(ASSIGNMENT.ID)
                .fetchSingle()
                .value1();
    }

    private List<String> assignedTo(long person) {
        return fresh.context()
                .select(REGION.CODE)
                .from(ASSIGNMENT)
                .join(REGION)
                .on(REGION.ID.eq(ASSIGNMENT.REGION_ID))
                .where(ASSIGNMENT.PERSON_ID.eq(person))
                .and(ASSIGNMENT.REVOKED_AT.isNull())
                .orderBy(REGION.CODE)
                .fetch(REGION.CODE);
    }

    private long report(long person, long library) {
        fresh.context()
                .insertInto(FORM_VERSION)
                .set(FORM_VERSION.FORM_ID, "PM")
                .set(FORM_VERSION.VERSION, "1")
                .set(FORM_VERSION.SOURCE, "")
                .set(FORM_VERSION.BUILT_IN, false)
                .onConflictDoNothing()
                .execute();
        return fresh.context()
                .insertInto(SUBMISSION)
                .set(SUBMISSION.DRAFT_ID, library)
                .set(SUBMISSION.NUMBER, "PM-" + library)
                .set(SUBMISSION.FORM_ID, "PM")
                .set(SUBMISSION.FORM_VERSION, "1")
                .set(SUBMISSION.LIBRARY_ID, library)
                .set(SUBMISSION.REPORTER_ID, person)
                .set(SUBMISSION.STATUS, "sent")
                .set(SUBMISSION.SUBMITTED_AT, Instant.parse("2026-05-01T03:00:00Z"))
                .set(SUBMISSION.DATE_START, LocalDate.of(2026, 5, 1))
                .set(SUBMISSION.ANSWERS, JSONB.valueOf("{}"))
                .returningResult(SUBMISSION.ID)
                .fetchSingle()
                .value1();
    }

    private List<Object> everything() {
        var everything = new ArrayList<Object>();
        for (var table : List.of(REGION, REGION_FORMER, REGION_SUCCESSOR, REGION_DATA, LIBRARY, ASSIGNMENT)) {
            everything.add(fresh.context().selectFrom(table).orderBy(1, 2).fetch());
        }
        return everything;
    }
}
