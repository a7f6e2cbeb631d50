package id.laporpustaka.texts;

import id.laporpustaka.form.Language;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.RegionLevel;
import id.laporpustaka.submission.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// What documents of reports say in one language. Plain text, to be escaped where it is shown.
public final class ReportWords {
    /// How people write Indonesia's three zones.
    private static final Map<String, String> ZONES =
            Map.of("Asia/Jakarta", "WIB", "Asia/Makassar", "WITA", "Asia/Jayapura", "WIT");

    private final Wording words;

    ReportWords(Wording words) {
        this.words = words;
    }

    /// Headings and names of columns.
    public enum Label {
        HEADING(Phrase.DOCUMENT_HEADING),
        HEADING_MANY(Phrase.DOCUMENT_HEADING_MANY),
        NUMBER(Phrase.DOCUMENT_NUMBER),
        STATUS(Phrase.DOCUMENT_STATUS),
        KIND(Phrase.DOCUMENT_KIND),
        SENT(Phrase.DOCUMENT_SENT),
        SENDER(Phrase.DOCUMENT_SENDER),
        ANSWERS(Phrase.DOCUMENT_ANSWERS),
        PHOTOS(Phrase.DOCUMENT_PHOTOS),
        NOTICES(Phrase.DOCUMENT_NOTICES),
        DATE(Phrase.DOCUMENT_DATE),
        TITLE(Phrase.DOCUMENT_TITLE),
        UNTITLED(Phrase.DOCUMENT_UNTITLED),
        PARTICIPANTS(Phrase.DOCUMENT_PARTICIPANTS),
        EMPTY(Phrase.DOCUMENT_EMPTY),
        MANAGER(Phrase.DOCUMENT_SIGNED_MANAGER),
        SEEN(Phrase.DOCUMENT_SIGNED_SEEN),
        PROOF(Phrase.DOCUMENT_PROOF);

        private final Phrase phrase;

        Label(Phrase phrase) {
            this.phrase = phrase;
        }
    }

    /// Why photos of a report are not in its document.
    public enum LeftOut {
        GUARDIANS_MISSING(Phrase.DOCUMENT_PHOTOS_GUARDIANS),
        REPORTING_ONLY(Phrase.DOCUMENT_PHOTOS_INTERNAL),
        NOT_FETCHED(Phrase.DOCUMENT_PHOTOS_MISSING),
        UNREADABLE(Phrase.DOCUMENT_PHOTOS_UNREADABLE);

        private final Phrase phrase;

        LeftOut(Phrase phrase) {
            this.phrase = phrase;
        }
    }

    public Language language() {
        return words.language();
    }

    public String label(Label label) {
        return words.plain(label.phrase);
    }

    public String status(Status status) {
        return words.plain(
                switch (status) {
                    case WAITING -> Phrase.DOCUMENT_STATUS_WAITING;
                    case SENT -> Phrase.DOCUMENT_STATUS_SENT;
                    case VERIFIED -> Phrase.DOCUMENT_STATUS_VERIFIED;
                    case NEEDS_CORRECTION -> Phrase.DOCUMENT_STATUS_NEEDS_CORRECTION;
                    case REJECTED -> Phrase.DOCUMENT_STATUS_REJECTED;
                    case WITHDRAWN -> Phrase.DOCUMENT_STATUS_WITHDRAWN;
                    case MERGED -> Phrase.DOCUMENT_STATUS_MERGED;
                });
    }

    /// `Minggu, 17 Agustus 2025 pukul 10.30 WIB`.
    public String sentAt(Instant time, ZoneId zone) {
        var at = time.atZone(zone);
        var clock = "%02d.%02d %s".formatted(at.getHour(), at.getMinute(), ZONES.getOrDefault(zone.getId(), ""));
        return words.plain(Phrase.DOCUMENT_SENT_AT, words.day(at.toLocalDate()), clock.strip());
    }

    /// Who reported, with what they are in the library.
    ///
    /// @param name empty once the person's data have been erased
    /// @param role empty if they never joined it
    public String sender(Optional<String> name, Optional<MemberRole> role) {
        var who = name.orElseGet(() -> words.plain(Phrase.DOCUMENT_SENDER_GONE));
        return role.filter(_ -> name.isPresent())
                .map(JoinCards::phrase)
                .map(words::plain)
                .map(what -> words.plain(Phrase.DOCUMENT_SENDER_ROLE, who, what))
                .orElse(who);
    }

    public String kind(LibraryType type) {
        return words.plain(JoinCards.phrase(type));
    }

    public String npp(String npp) {
        return words.plain(Phrase.DOCUMENT_NPP, npp);
    }

    /// `17 Agustus 2025`.
    public String day(LocalDate day) {
        return words.dayOfYear(day);
    }

    /// `17 Agu 2025`.
    public String dayShort(LocalDate day) {
        return day.getDayOfMonth() + " " + words.monthShort(YearMonth.from(day));
    }

    /// A month, a year, or both ends.
    public String period(LocalDate from, LocalDate to) {
        return words.period(from, to);
    }

    public String periodLine(String period) {
        return words.plain(Phrase.DOCUMENT_PERIOD, period);
    }

    public String number(long number) {
        return words.number(number);
    }

    public String reports(int count) {
        return count == 1
                ? words.plain(Phrase.DOCUMENT_TOTAL_ONE)
                : words.plain(Phrase.DOCUMENT_TOTAL, words.number(count));
    }

    /// That a document has only the first of its reports.
    public String restLeftOut(int printed, int more) {
        return words.plain(Phrase.DOCUMENT_LEFT_OUT, words.number(printed), words.number(more));
    }

    public String photo(int place) {
        return words.plain(Phrase.DOCUMENT_PHOTO, place);
    }

    public String leftOut(LeftOut why, int photos) {
        var count = photos == 1
                ? words.plain(Phrase.DOCUMENT_ONE_PHOTO)
                : words.plain(Phrase.DOCUMENT_MANY_PHOTOS, words.number(photos));
        return words.plain(why.phrase, count);
    }

    public String reportingOnly() {
        return words.plain(Phrase.DOCUMENT_REPORTING_ONLY);
    }

    /// That answers about income are not shown.
    public String privateAnswers() {
        return words.plain(Phrase.DOCUMENT_PRIVATE);
    }

    /// That some signs are missing.
    ///
    /// @param sign what stands in their place
    public String unprintable(String sign) {
        return words.plain(Phrase.DOCUMENT_UNPRINTABLE, sign);
    }

    /// Where it is signed, with room for the day.
    public String signedIn(Region region) {
        return words.plain(
                Phrase.DOCUMENT_SIGNED_PLACE, region.name().replaceFirst("^(Kabupaten|Kota( Adm\\.)?) ", ""));
    }

    /// Who signs that they have seen it.
    public String superior(Region region) {
        if (region.level() != RegionLevel.VILLAGE) {
            return words.plain(Phrase.DOCUMENT_SIGNED_SUPERIOR);
        }
        return region.title().startsWith("Kel. ")
                ? words.plain(Phrase.DOCUMENT_SIGNED_KELURAHAN, region.name())
                : words.plain(Phrase.DOCUMENT_SIGNED_VILLAGE, region.title());
    }

    public String page(int page, int of) {
        return words.plain(Phrase.DOCUMENT_PAGE, page, of);
    }

    /// What the file of one report is called, without an extension.
    public String file(String number) {
        return words.plain(Phrase.DOCUMENT_FILE, number);
    }

    /// What the file of the reports of a library in a period is called, without an extension.
    public String file(String library, String period) {
        return words.plain(Phrase.DOCUMENT_FILE_MANY, library, period);
    }
}
