package id.laporpustaka.app.demo;

import static java.util.stream.Collectors.toMap;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.AnswersJson;
import id.laporpustaka.form.Facts;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import id.laporpustaka.form.MediaFile;
import id.laporpustaka.form.Value;
import id.laporpustaka.place.TimeZones;
import id.laporpustaka.submission.NewSubmission;
import id.laporpustaka.submission.Status;
import id.laporpustaka.submission.SubmissionColumns;
import id.laporpustaka.submission.media.Media;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/// Makes up reports, always the same ones for the same day: above all on community engagement.
final class DemoReports {
    private static final ZoneId ZONE = TimeZones.of(Demo.REGENCY);
    private static final Set<String> OF_CHILDREN = Set.of("U05", "U612", "U1317");
    private static final int DAYS_A_MONTH = 30;
    private static final int VERIFIED_AFTER_DAYS = 35;

    private static final String ENGAGEMENT = "PM";

    private final Map<String, Form> forms;
    private final LocalDate today;
    private final Random random = new Random(3306);
    private final List<NewSubmission> reports = new ArrayList<>();
    private final Map<Long, Map<String, List<MediaFile>>> files = new HashMap<>();

    DemoReports(List<Form> forms, LocalDate today) {
        this.forms = forms.stream().collect(toMap(Form::id, form -> form));
        this.today = today;
    }

    List<NewSubmission> all() {
        return reports;
    }

    /// The photos of a report, by question.
    Map<String, List<MediaFile>> filesOf(NewSubmission report) {
        return files.getOrDefault(report.draftId(), Map.of());
    }

    /// Adds what a library has reported, from a day until yesterday. The numbers on the receipts are not right
    /// yet.
    void add(DemoLibrary library, long libraryId, long reporterId, LocalDate first) {
        var last =
                library.silentAfterMonths() == 0 ? today.minusDays(1) : first.plusMonths(library.silentAfterMonths());
        for (var date = first; date.isBefore(last); date = date.plusDays(1)) {
            if (random.nextDouble() < library.reportsAMonth() / DAYS_A_MONTH) {
                reports.add(report(library, libraryId, reporterId, date));
            }
        }
        for (var told : DemoOthers.of(library, libraryId, first, last)) {
            var sentOn = earlier(told.sentOn(), today.minusDays(1));
            reports.add(report(told.form(), libraryId, reporterId, sentOn, told.answers()));
        }
    }

    private NewSubmission report(DemoLibrary library, long libraryId, long reporterId, LocalDate date) {
        var sentOn = earlier(date.plusDays(random.nextInt(5)), today.minusDays(1));
        return report(ENGAGEMENT, libraryId, reporterId, sentOn, answers(choose(library.activities()), date, sentOn));
    }

    private NewSubmission report(String formId, long libraryId, long reporterId, LocalDate sentOn, Answers answers) {
        var form = Objects.requireNonNull(forms.get(formId));
        var effective = form.evaluate(answers, new Facts(sentOn, ZONE, Language.INDONESIAN))
                .effective();
        var draftId = -1L - reports.size();
        files.put(draftId, Media.filesOf(effective));
        return new NewSubmission(
                draftId,
                "",
                form.id(),
                form.version(),
                libraryId,
                reporterId,
                status(sentOn),
                moment(sentOn),
                SubmissionColumns.of(form, effective, sentOn),
                new AnswersJson().write(effective, form).toString());
    }

    private Answers answers(DemoActivity activity, LocalDate date, LocalDate sentOn) {
        var people = between(activity.least(), activity.most());
        var women = (int) Math.min(people, Math.round(people * (activity.womenOf100() + between(-8, 8)) / 100.0));
        var away = random.nextInt(4) == 0;
        var days = activity.form().equals("PLT") && random.nextInt(5) == 0 ? 2 : 1;
        var end = date.plusDays(days - 1L);
        var answers =
                Answers.none().with("title", new Value.Text(activity.title())).with("date_start", new Value.Day(date));
        if (days > 1 && !end.isAfter(sentOn)) {
            answers = answers.with("date_end", new Value.Day(end)).with("pm_sessions", new Value.Whole(days));
        }
        if (activity.form().equals("KLS")) {
            answers = answers.with("pm_sessions", new Value.Whole(between(1, 4)));
        }
        answers = answers.with("pm_form", Value.Selected.of(activity.form()))
                .with("pm_topic", Value.Selected.of(activity.topic()))
                .with("pm_mode", Value.Selected.of(away ? "LUAR" : "PERP"));
        if (away) {
            answers = answers.with("pm_place", new Value.Text("Balai desa"));
        }
        answers = answers.with("pm_male", new Value.Whole(people - women))
                .with("pm_female", new Value.Whole(women))
                .with("pm_age", Value.Selected.of(activity.age()));
        return details(photos(answers, activity), activity, people);
    }

    private Answers photos(Answers answers, DemoActivity activity) {
        var files = new ArrayList<MediaFile>();
        for (var i = between(1, 3); i > 0; i--) {
            var id = "demo-%d-%d".formatted(reports.size() + 1, i);
            files.add(new MediaFile(id, id, "image/jpeg", 0));
        }
        var withPhotos = answers.with("photos", new Value.Media(files));
        if (!OF_CHILDREN.contains(activity.age())) {
            return withPhotos.with("photo_child", Value.Selected.of("NO"));
        }
        return withPhotos
                .with("photo_child", Value.Selected.of("YES"))
                .with("photo_consent", Value.Selected.of(random.nextInt(8) == 0 ? "NO" : "YES"));
    }

    private Answers details(Answers answers, DemoActivity activity, int people) {
        if (random.nextInt(3) == 0) {
            return answers;
        }
        var detailed = answers.with("pm_group", Value.Selected.of(activity.group()));
        if (random.nextInt(6) == 0) {
            detailed = detailed.with("pm_dis", new Value.Whole(Math.min(people, between(1, 2))));
        }
        if (!activity.partner().isEmpty()) {
            detailed = detailed.with("pm_partner", Value.Selected.of(activity.partner()))
                    .with("pm_partner_name", new Value.Text(activity.partnerName()));
        }
        if (activity.cost() > 0) {
            detailed = detailed.with("pm_fund", Value.Selected.of(choose(List.of("DD", "DD", "SWD", "DON"))))
                    .with("pm_amount", new Value.Whole(activity.cost() + 25_000L * between(-2, 6)));
        } else if (random.nextBoolean()) {
            detailed = detailed.with("pm_fund", Value.Selected.of("TANPA"));
        }
        return activity.result().isEmpty()
                ? detailed
                : detailed.with("pm_result", new Value.Text(activity.result()))
                        .with("pm_outcome", Value.Selected.of(choose(List.of("KNOW", "CONF", "APPL"))));
    }

    private Status status(LocalDate sentOn) {
        var old = sentOn.isBefore(today.minusDays(VERIFIED_AFTER_DAYS));
        if (random.nextInt(30) == 0) {
            return Status.NEEDS_CORRECTION;
        }
        return old && random.nextInt(3) > 0 ? Status.VERIFIED : Status.SENT;
    }

    private Instant moment(LocalDate date) {
        return date.atTime(between(8, 20), random.nextInt(60), random.nextInt(60))
                .atZone(ZONE)
                .toInstant();
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /// One of the list, the first ones more often.
    private <T> T choose(List<T> list) {
        return list.get(Math.min(random.nextInt(list.size()), random.nextInt(list.size())));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
