package id.laporpustaka.export;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.people.By;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.texts.Texts;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/// A library in Desa Harjobinangun whose reports are printed, with made-up photos of all that are asked for.
public final class ReportWorld {
    public static final Instant SENT = Instant.parse("2025-08-20T03:05:00Z");

    private static final long FIRST_DRAFT = 700_000;

    private final DSLContext db;
    private final FormCatalogue forms;
    public final long library;
    public final long sari;
    public final Set<String> missingPhotos = new HashSet<>();
    public final Set<String> brokenPhotos = new HashSet<>();
    private int reports;

    /// @param db with the sample regions
    public ReportWorld(DSLContext db) {
        this.db = db;
        forms = PublishedForms.load(db);
        library = new Libraries(db)
                .add(
                        "Perpustakaan Desa Harjobinangun \"Sumber Ilmu\"",
                        LibraryType.DESA,
                        Scheme.PENUH,
                        Optional.of("3306012C0000001"),
                        SampleRegions.id(db, "33.06.01.2001"));
        sari = new People(db).add(7001, "Bu Sari <Wahyuni>", "id");
        new Memberships(db).admit(By.product(), sari, library, MemberRole.PENGELOLA, SENT);
    }

    public ReportDocuments documents() {
        return documents(db);
    }

    ReportDocuments documents(DSLContext from) {
        return new ReportDocuments(from, forms, new Texts(), this::photos, "https://lapor.example.id");
    }

    /// A report of this library by Bu Sari.
    ///
    /// @param answers JSON, with the marks of text written as `'`
    public String report(String form, String title, LocalDate date, String status, String answers) {
        return report(library, sari, form, title, date, status, answers.replace('\'', '"'));
    }

    public String report(
            long ofLibrary, long by, String form, String title, LocalDate date, String status, String answersJson) {
        reports++;
        var number = "%s-2508-%06d-K".formatted(form, reports);
        var version = forms.findCurrent(form).orElseThrow().version();
        db.insertInto(SUBMISSION)
                .set(SUBMISSION.DRAFT_ID, FIRST_DRAFT + reports)
                .set(SUBMISSION.NUMBER, number)
                .set(SUBMISSION.FORM_ID, form)
                .set(SUBMISSION.FORM_VERSION, version)
                .set(SUBMISSION.LIBRARY_ID, ofLibrary)
                .set(SUBMISSION.REPORTER_ID, by)
                .set(SUBMISSION.STATUS, status)
                .set(SUBMISSION.MERGED_INTO, status.equals("merged") ? first() : null)
                .set(SUBMISSION.SUBMITTED_AT, SENT)
                .set(SUBMISSION.DATE_START, date)
                .set(SUBMISSION.TITLE, title.isEmpty() ? null : title)
                .set(SUBMISSION.TOTAL, answersJson.contains("pm_male") ? 32 : null)
                .set(SUBMISSION.ANSWERS, JSONB.jsonb(answersJson))
                .execute();
        return number;
    }

    private @Nullable Long first() {
        return db.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .orderBy(SUBMISSION.ID)
                .limit(1)
                .fetchOne(SUBMISSION.ID);
    }

    /// Answers to all questions of the form for community engagement, with so many photos.
    public static String training(String title, int photos, String consent) {
        return """
            {'title':'%s','date_start':'2025-08-17','pm_form':'PLT','pm_topic':'EKO','pm_mode':'LUAR',
             'pm_place':'Balai Desa Harjobinangun','pm_male':12,'pm_female':20,'pm_total':32,'pm_dis':1,
             'pm_age':'UMUM','photos':%s,'photo_child':'YES','photo_consent':'%s','pm_group':['PRM'],
             'pm_partner':['PKK'],'pm_partner_name':'PKK Desa Harjobinangun','pm_fund':['DD'],'pm_amount':500000,
             'pm_result':'Ibu-ibu bisa membuat keripik singkong dan mulai menjualnya di warung.',
             'note':'Listrik sempat padam.'}\
            """.formatted(title, photos(title, photos), consent);
    }

    /// Photos as answers have them.
    public static String photos(String of, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("{'file_id':'f','unique_id':'%s-%%d','content_type':'image/jpeg','size':1}"
                        .formatted(of.hashCode())::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Map<String, PhotoSource.Photo> photos(Collection<String> uniqueIds) {
        var found = new HashMap<String, PhotoSource.Photo>();
        for (var id : uniqueIds) {
            if (!missingPhotos.contains(id)) {
                var bytes = brokenPhotos.contains(id) ? new byte[] {1, 2, 3} : photo(id);
                found.put(id, () -> new ByteArrayInputStream(bytes));
            }
        }
        return found;
    }

    /// Some upright, some not, each with its id on it.
    static byte[] photo(String id) {
        var upright = id.endsWith("3");
        var image = new BufferedImage(upright ? 960 : 1280, upright ? 1280 : 960, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        var colour = new Color(Color.HSBtoRGB(id.hashCode() % 100 / 100F, 0.5F, 0.8F));
        graphics.setPaint(new GradientPaint(0, 0, colour, 900, 900, Color.DARK_GRAY));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 90));
        graphics.drawString(id, 60, 480);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
