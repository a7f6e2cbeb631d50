package id.laporpustaka.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Assignments;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.people.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The world in which the pages of admins are tried; Bu Ratna is one and has signed in.
abstract class AdminPages {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    Installation installation;
    Purworejo world;
    Client ratna;

    @BeforeEach
    void signIn() {
        installation = new Installation(fresh.database());
        world = new Purworejo(fresh.context());
        ratna = installation.signedIn(world.admin);
    }

    @AfterEach
    void stop() {
        ratna.close();
        installation.close();
    }

    /// Nobody but an admin gets to a page, or may do what can be done there.
    ///
    /// @param attempts requests with the visitor's CSRF token
    void isForAdminsOnly(String path, List<BiFunction<Client, String, HttpResponse<String>>> attempts) {
        var nasional = new People(fresh.context()).add(41, "Bu Nana", "id");
        new Assignments(fresh.context()).appoint(By.product(), nasional, Role.NASIONAL, OptionalLong.empty());

        for (var person : new long[] {nasional, world.coordinator, world.reporter}) {
            try (var client = installation.signedIn(person)) {
                var token = Client.csrfTokenIn(client.get("/"));
                assertThat(client.get("/").body()).doesNotContain("href=\"" + path);
                assertThat(client.get(path).statusCode()).isEqualTo(403);
                for (var attempt : attempts) {
                    assertThat(attempt.apply(client, token).statusCode()).isEqualTo(403);
                }
            }
        }
        try (var client = installation.client()) {
            assertThat(client.get(path).statusCode()).isEqualTo(401);
        }
        assertThat(ratna.get("/").body()).contains("href=\"" + path);
    }
}
