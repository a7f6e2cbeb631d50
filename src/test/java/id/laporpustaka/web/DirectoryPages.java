package id.laporpustaka.web;

import static id.laporpustaka.db.generated.Tables.ASSIGNMENT;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.InviteTarget;
import id.laporpustaka.people.Invites;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.MembershipRequest;
import id.laporpustaka.people.Memberships;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.SampleRegions;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The world in which the pages of the directory are tried: Pak Joko coordinates Kab. Purworejo, Bu Rahayu Kab.
/// Wonosobo, Pak Anwar the same as Pak Joko, and Bu Desi a village.
abstract class DirectoryPages {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    Installation installation;
    Purworejo world;
    Client joko;
    long rahayu;
    Client outsider;
    long desa;
    long other;

    @BeforeEach
    void startDirectory() {
        installation = new Installation(fresh.database());
        world = new Purworejo(fresh.context()).withReports();
        rahayu = person(50, "Bu Rahayu");
        appoint(rahayu, Role.PIC_KAB, "33.07");
        other = person(51, "Pak Anwar");
        appoint(other, Role.PIC_KAB, "33.06");
        desa = person(52, "Bu Desi");
        appoint(desa, Role.PIC_DESA, "33.06.01.2001");
        joko = installation.signedIn(world.coordinator);
        outsider = installation.signedIn(rahayu);
    }

    @AfterEach
    void stopDirectory() {
        joko.close();
        outsider.close();
        installation.close();
    }

    long person(long telegramId, String name) {
        return new People(fresh.context()).add(telegramId, name, "id");
    }

    void appoint(long person, Role role, String code) {
        new Assignments(fresh.context())
                .appoint(By.product(), person, role, OptionalLong.of(SampleRegions.id(fresh.context(), code)));
    }

    long wish(long person, long library) {
        var made = new Memberships(fresh.context())
                .request(By.chat(person), person, library, MemberRole.PENGELOLA, installation.now());
        return ((MembershipRequest.Made) made).membershipId();
    }

    long invite(long library) {
        return new Invites(fresh.context())
                .create(
                        By.chat(world.coordinator),
                        new InviteTarget.ToReport(library),
                        1,
                        Duration.ofDays(1),
                        installation.now())
                .id();
    }

    long assignmentOf(long person) {
        return fresh.context()
                .selectFrom(ASSIGNMENT)
                .where(ASSIGNMENT.PERSON_ID.eq(person))
                .fetchSingle()
                .getId();
    }

    static HttpResponse<String> add(Client client, long region, String name, String type, String confirmed) {
        return client.post(
                "/perpustakaan/baru",
                Map.of(
                        "_csrf",
                        token(client),
                        "region",
                        "" + region,
                        "name",
                        name,
                        "type",
                        type,
                        "scheme",
                        "PENUH",
                        "npp",
                        "",
                        "confirmed",
                        confirmed));
    }

    static Map<String, String> edit(HttpResponse<String> form, Client client, String name, String npp) {
        return Map.of(
                "_csrf",
                token(client),
                "region",
                hidden(form, "region"),
                "read",
                hidden(form, "read"),
                "name",
                name,
                "type",
                "DESA",
                "scheme",
                "PENUH",
                "npp",
                npp);
    }

    static String hidden(HttpResponse<String> form, String name) {
        var matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(form.body());
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    /// Sends a form and goes where that leads.
    static HttpResponse<String> post(Client client, String path, String... fields) {
        var all = new HashMap<String, String>();
        all.put("_csrf", token(client));
        for (var i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return follow(client, client.post(path, all));
    }

    static HttpResponse<String> follow(Client client, HttpResponse<String> response) {
        return Set.of(302, 303).contains(response.statusCode())
                ? client.get(response.headers().firstValue("Location").orElseThrow())
                : response;
    }

    static String token(Client client) {
        return csrf(client.get("/"));
    }

    static String csrf(HttpResponse<String> page) {
        return Client.csrfTokenIn(page);
    }

    static String text(HttpResponse<String> page) {
        return Client.text(page);
    }
}
