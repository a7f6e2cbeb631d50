package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.SUBMISSION;
import static id.laporpustaka.people.GuardedLibrary.SECRET;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.export.PdfText;
import id.laporpustaka.intake.PublishedForms;
import id.laporpustaka.people.GuardedLibrary;
import id.laporpustaka.people.GuardedLibrary.Target;
import id.laporpustaka.people.GuardedLibrary.Who;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.submission.media.StoreInMemory;
import io.javalin.router.ParsedEndpoint;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every route that there is, tried by everybody on a library of Desa Harjobinangun and on those who belong to it.
class DoorsOfTheWebTest {
    /// x where something is changed, o where something of the library is told, - where there is a page without
    /// it, and a dot where the answer is no. Who is not signed in, who waits for being accepted at the library,
    /// a reporter of it, and those with a role over it: PIC_DESA, FASDA, PIC_KAB, PIC_PROV, KONSULTAN, NASIONAL,
    /// ADMIN. To all of them over another village, regency or province nothing is told or changed.
    private static final String TABLE = """
        GET /aset/{version}/{name}                           . . . . . . . . . .
        GET /healthz                                         - - - - - - - - - -
        GET /readyz                                          - - - - - - - - - -
        GET /metrics                                         - - - - - - - - - -
        GET /masuk                                           - - - - - - - - - -
        GET /mini                                            - - - - - - - - - -
        GET /formulir                                        . . . . . . . . - -
        GET /formulir/calon/{id}                             . . . . . . . . - -
        GET /formulir/unduh                                  . . . . . . . . . .
        GET /formulir/banding                                . . . . . . . . . .
        GET /perpustakaan/impor                              . . . . . - - - - -
        GET /perpustakaan/impor/templat                      . . . . . - - - - -
        GET /perpustakaan/impor/lembar/{id}                  . . . . . - - - - -
        GET /perpustakaan/impor/lembar/{id}/diperiksa        . . . . . - - - - -
        GET /api/v1/summary                                  . . . - - - - - - -
        GET /api/v1/reports                                  . . . . . o o o o o
        GET /api/v1/reports/{number}                         . . . o o o o o o o
        GET /api/v1/libraries                                . . . o o o o o o o
        GET /api/v1/libraries/{id}                           . . . o o o o o o o
        GET /api/v1/people                                   . . . . o o o o o o
        GET /api/v1/forms                                    . . . - - - - - - -
        GET /api/v1/forms/{form}                             . . . . . . . . . .
        GET /api/v1/openapi.json                             - - - - - - - - - -
        GET /api                                             - - - - - - - - - -
        GET /bantuan/api                                     - - - - - - - - - -
        GET /cek                                             - - - - - - - - - -
        GET /cek/{proof}                                     . . . . . . . . . .
        GET /                                                . . . o o o o o o -
        GET /semua-laporan                                   . . . o o o o o o o
        GET /papan                                           . . . o o o o o o o
        GET /rapor                                           . . . - - - - - - -
        GET /perpustakaan                                    . . . o o o o o o o
        GET /perpustakaan/baru                               . . . . . - - - - -
        GET /perpustakaan/{id}/ubah                          . . . . . o o o o o
        GET /perpustakaan/{id}                               . . . o o o o o o o
        GET /laporan                                         . - - - - - - - - -
        GET /laporan/{number}                                . . o o o o o o o o
        GET /tinjau                                          . . . . o o o . o .
        GET /laporan/{number}/pdf                            . . o o o o o o o o
        GET /perpustakaan/{id}/laporan.pdf                   . . o o o o o o o o
        GET /unduhan                                         . . - . . - - - - -
        GET /unduhan/{id}                                    . . . . . . . . . .
        GET /token                                           . . . - - - - - - -
        GET /data/{file}                                     . . . . . . . . . .
        GET /perpustakaan/{id}/pelapor/{person}/serahkan     . . . . . o o o o o
        GET /perpustakaan/{id}/fasilitator                   . . . . . o o o o o
        GET /perpustakaan/{id}/gabung                        . . . . . o o o o o
        GET /perpustakaan/{id}/gabung/{other}                . . . . . o o o o o
        GET /undangan                                        . . . . . o o o o o
        GET /perpustakaan/{id}/undang                        . . . . . o o o o o
        GET /orang/undang                                    . . . . . - - - - -
        GET /orang                                           . . . . o o o o o o
        GET /orang/{id}                                      . . . . o o o o o o
        GET /wilayah                                         . . . . . . . . . -
        GET /wilayah/versi/{source}                          . . . . . . . . . -
        GET /rapor/aturan                                    . . . . . . . . - -
        GET /catatan                                         . . . . . . . . . o
        GET /sesi                                            . - - - - - - - - -
        GET /webhook                                         . . . . . . - . - -
        GET /webhook/{id}                                    . . . . . . . . . .
        GET /openrosa                                        . . . . . . . . . -
        GET /berkas/{id}                                     . . o o o o o o o o
        GET /berkas/{id}/kecil                               . . o o o o o o o o
        GET /disisihkan                                      . . . . . . . . . -
        GET /pengaturan                                      . . . . . . . . . -
        POST /masuk                                          . - - - - - - - - -
        POST /keluar                                         . - - - - - - - - -
        POST /mini                                           . . . . . . . . . .
        POST /formulir                                       . . . . . . . . - -
        POST /formulir/bawaan                                . . . . . . . . - -
        POST /formulir/calon/{id}/terbitkan                  . . . . . . . . - -
        POST /formulir/calon/{id}/buang                      . . . . . . . . - -
        POST /formulir/henti                                 . . . . . . . . x x
        POST /formulir/tawarkan                              . . . . . . . . x x
        POST /perpustakaan/impor                             . . . . . - - - - -
        POST /perpustakaan/impor/lembar/{id}/jalankan        . . . . . - - - - -
        POST /perpustakaan/impor/lembar/{id}/batal           . . . . . - - - - -
        POST /papan/colek                                    . . . . . o x x o x
        POST /perpustakaan/baru                              . . . . . x x x x x
        POST /perpustakaan/{id}/ubah                         . . . . . x x x x x
        POST /perpustakaan/{id}/permintaan/{membership}      . . . . . x x x x x
        POST /perpustakaan/{id}/pelapor/{person}/akhiri      . . . . . x x x x x
        POST /perpustakaan/{id}/pemakaian                    . . . . . x x x x x
        POST /laporan/{number}/verifikasi                    . . . . . x x . x .
        POST /laporan/{number}/perbaikan                     . . . . x x x . x .
        POST /laporan/{number}/tolak                         . . . . . x x . x .
        POST /laporan/{number}/gabung                        . . . . . x x . x .
        POST /laporan/{number}/batalkan                      . . . . . x x . x .
        POST /laporan/{number}/komentar                      . . . . x x x . x .
        POST /tinjau/verifikasi                              . . . . - x x . x .
        POST /unduhan                                        . . - . . - - - - -
        POST /unduhan/{id}/batal                             . . - . . - - - - -
        POST /token                                          . . . - - - - - - -
        POST /token/{id}/akhiri                              . . . - - - - - - -
        POST /token/tautan                                   . . . . . - - - - -
        POST /token/tautan/{id}/akhiri                       . . . - - - - - - -
        POST /perpustakaan/{id}/pelapor/{person}/serahkan    . . . . . x x x x x
        POST /perpustakaan/{id}/fasilitator                  . . . . . x x x x x
        POST /perpustakaan/{id}/gabung/{other}               . . . . . x x x x x
        POST /undangan/{invite}/cabut                        . . . . . x x x x x
        POST /perpustakaan/{id}/undang                       . . . . . x x x x x
        POST /orang/undang                                   . . . . . x x x x x
        POST /orang/{id}/peran/{assignment}/akhiri           . . . . . x x x x x
        POST /orang/{id}/perpustakaan/{library}/akhiri       . . . . . x x x x x
        POST /wilayah                                        . . . . . . . . . -
        POST /wilayah/versi/{source}                         . . . . . . . . . -
        POST /rapor/aturan                                   . . . . . . . . - -
        POST /catatan/unduh                                  . . . . . . . . . o
        POST /sesi/akhiri                                    . - - - - - - - - -
        POST /sesi/akhiri-lainnya                            . - - - - - - - - -
        POST /webhook                                        . . . . . . - . - -
        POST /webhook/{id}/uji                               . . . . . . . . . .
        POST /webhook/{id}/jeda                              . . . . . . . . . .
        POST /webhook/{id}/lanjut                            . . . . . . . . . .
        POST /webhook/{id}/rahasia                           . . . . . . . . . .
        POST /webhook/{id}/hapus                             . . . . . . . . . .
        POST /webhook/{id}/kiriman/{delivery}/ulang          . . . . . . . . . .
        POST /openrosa/ulang                                 . . . . . . . . . -
        POST /disisihkan/{id}/ulang                          . . . . . . . . . -
        """;

    private static final Pattern READ = Pattern.compile("name=\"" + LibraryFormRoutes.READ + "\" value=\"([^\"]*)\"");
    private static final String SIGN_OUT = "POST /keluar";
    private static final int REFUSED = 400;
    private static final int TO_BE_MENDED = 422;

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private Installation installation;
    private GuardedLibrary guarded;
    private Supplier<Target> target = () -> new Target(0, 0, 0, 0, 0, 0, 0, 0, "", 0);
    private Optional<Target> present = Optional.empty();
    private long successor;

    @BeforeEach
    void start() {
        var db = fresh.context();
        SampleRegions.addTo(db);
        SampleRegions.add(db, "34", "DI Yogyakarta");
        PublishedForms.load(db);
        guarded = new GuardedLibrary(db);
        installation = new Installation(fresh.database(), StoreInMemory.alwaysWith(SECRET));
    }

    @AfterEach
    void stop() {
        installation.close();
    }

    private List<String> doors() {
        return installation.server.javalin().unsafe.internalRouter.allHttpHandlers().stream()
                .map(ParsedEndpoint.class::cast)
                .map(route -> route.endpoint.method + " " + route.endpoint.path)
                .filter(route -> route.startsWith("GET ") || route.startsWith("POST "))
                .toList();
    }

    @Test
    void every_route_is_open_to_whom_it_should_be() {
        var marks = new TreeMap<String, StringBuilder>();
        for (var who : Who.values()) {
            tryAll(who, true)
                    .forEach((door, mark) -> marks.computeIfAbsent(door, _ -> new StringBuilder())
                            .append(' ')
                            .append(mark));
            guarded.resign(who);
        }

        var actual = doors().stream()
                .map(door -> "%-52s%s\n".formatted(door, marks.get(door)))
                .collect(joining());
        assertThat(actual).isEqualTo(TABLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Who.class,
            names = {"REPORTER", "PIC_DESA", "FASDA", "PIC_KAB", "PIC_PROV", "KONSULTAN"})
    void every_route_is_shut_to_those_of_elsewhere(Who who) {
        assertThat(tryAll(who, false)).doesNotContainValue('x').doesNotContainValue('o');
    }

    private Map<String, Character> tryAll(Who who, boolean inside) {
        var person = guarded.become(who, inside);
        target = () -> guarded.target(who, inside);
        present = Optional.empty();
        successor = target.get().person();
        var marks = new TreeMap<String, Character>();
        try (var client = who == Who.STRANGER ? installation.client() : installation.signedIn(person)) {
            for (var door : doors()) {
                if (!door.equals(SIGN_OUT)) {
                    marks.put(door, behind(client, door));
                }
            }
            marks.put(SIGN_OUT, behind(client, SIGN_OUT));
        }
        return marks;
    }

    private char behind(Client client, String door) {
        var tried = present.orElseGet(target);
        var path = path(door.substring(door.indexOf(' ') + 1), tried);
        var form = door.startsWith("GET ") ? Map.<String, String>of() : form(client, door, path, tried);
        var before = guarded.everything();
        var answer = door.startsWith("GET ") ? client.get(path) : client.post(path, form);
        var changed = !guarded.everything().equals(before);
        present = changed ? Optional.empty() : Optional.of(tried);
        if (changed) {
            return 'x';
        }
        if (answer.statusCode() >= REFUSED && answer.statusCode() != TO_BE_MENDED) {
            assertThat(answer.body()).doesNotContain(SECRET);
            return '.';
        }
        return body(client, path, answer).contains(SECRET) ? 'o' : '-';
    }

    private static String body(Client client, String path, HttpResponse<String> answer) {
        var isPdf = answer.headers().firstValue("Content-Type").orElse("").equals("application/pdf");
        return isPdf ? PdfText.of(client.download(path)) : answer.body();
    }

    private String numberOf(long report) {
        return fresh.context()
                .select(SUBMISSION.NUMBER)
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(report))
                .fetchOptional(SUBMISSION.NUMBER)
                .orElse("");
    }

    private String path(String template, Target target) {
        return template.replace(ReportPdfRoutes.BOOK, ReportPdfRoutes.BOOK + "?tahun=2025")
                .replace("{membership}", Long.toString(target.waiting()))
                .replace("{person}", Long.toString(target.person()))
                .replace("{invite}", Long.toString(target.invite()))
                .replace("{assignment}", Long.toString(target.assignment()))
                .replace("{library}", Long.toString(target.library()))
                .replace("{other}", Long.toString(target.library() - 1))
                .replace("{number}", numberOf(target.report()))
                .replace("{id}", Long.toString(id(template, target)))
                .replaceAll("\\{[a-z]+}", "1");
    }

    private static long id(String template, Target target) {
        if (template.startsWith(FileRoutes.PATH)) {
            return target.file();
        }
        return template.startsWith(Desk.PEOPLE) ? target.person() : target.library();
    }

    private Map<String, String> form(Client client, String door, String path, Target target) {
        var village = Long.toString(SampleRegions.id(fresh.context(), "33.06.01.2001"));
        var fields = new HashMap<String, String>();
        fields.put(GuardedRoutes.CSRF_FIELD, token(client));
        fields.put(LibraryRoutes.DECISION, LibraryRoutes.ACCEPT);
        fields.put(LibraryRoutes.USE, "false");
        fields.put(HandOverRoutes.SUCCESSOR, Long.toString(successor));
        fields.put(FacilitatorRoutes.WHO, Long.toString(target.person()));
        fields.put(MergeRoutes.KEEP, Long.toString(target.library()));
        fields.put(InviteRoutes.ROLE, Role.PIC_DESA.name());
        fields.put(InviteTerms.USES, "1");
        fields.put(InviteTerms.DAYS, "7");
        fields.put(Desk.REGION, village);
        fields.put(LibraryFields.NAME, UUID.randomUUID().toString());
        fields.put(LibraryFields.TYPE, "TBM");
        fields.put(LibraryFields.SCHEME, "MANDIRI");
        fields.put(LibraryFields.NPP, "");
        fields.put(FormRoutes.FORM, "PM");
        fields.put(TypedVerdict.REVISION, "1");
        fields.put(TypedVerdict.ASKED, "title");
        fields.put(TypedVerdict.TEXT, "foto buram");
        fields.put(QueueRoutes.CHOSEN, target.number() + "/1");
        if (door.endsWith("/gabung")) {
            fields.put(ReportRoutes.KEPT, guarded.twin(target));
        }
        if (door.endsWith("/batalkan")) {
            guarded.verify(target);
        }
        if (door.endsWith(LibraryFormRoutes.EDIT)) {
            var read = READ.matcher(client.get(path).body());
            fields.put(LibraryFormRoutes.READ, read.find() ? read.group(1) : "");
        }
        return fields;
    }

    private static String token(Client client) {
        var page = client.get("/");
        return page.body().contains(GuardedRoutes.CSRF_FIELD) ? Client.csrfTokenIn(page) : "";
    }
}
