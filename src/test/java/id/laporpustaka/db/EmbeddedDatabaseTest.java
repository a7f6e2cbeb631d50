package id.laporpustaka.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    /// Where the build has unpacked PostgreSQL already.
    static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");

    /// Shared by the tests, each of which leaves it complete and without a server; with a space in its name.
    private static Path folder = Path.of("");

    @TempDir
    private Path temporary;

    @BeforeAll
    static void name_the_folder(@TempDir Path parent) {
        folder = parent.resolve("data perpustakaan");
    }

    @Test
    void what_was_written_is_there_after_a_stop_and_a_start() throws Exception {
        try (var database = start()) {
            execute(database.address("kept"), "create table stopped as select 'halo' as word");
        }

        try (var database = start()) {
            assertThat(ask(database.address("kept"), "select word from stopped"))
                    .containsExactly("halo");
        }
    }

    @Test
    void a_killed_process_leaves_its_server_and_data_to_the_next_start() throws Exception {
        try (var process = EmbeddedDatabaseProcess.start(folder, Map.of())) {
            execute(addressIn(process), "create table left_behind as select 'halo' as word");
            process.kill();
        }

        try (var database = start()) {
            assertThat(ask(database.address("kept"), "select word from left_behind"))
                    .containsExactly("halo");
        }
        assertThat(Postmaster.find(folder.resolve("postgres"))).isEmpty();
    }

    @Test
    void data_survives_when_process_and_server_are_killed() throws Exception {
        try (var process = EmbeddedDatabaseProcess.start(folder, Map.of())) {
            execute(addressIn(process), "create table both_killed as select 'halo' as word");
            process.kill();
        }
        var server = Postmaster.find(folder.resolve("postgres")).orElseThrow();
        var handle = ProcessHandle.of(server.processId()).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();

        try (var database = start()) {
            assertThat(ask(database.address("kept"), "select word from both_killed"))
                    .containsExactly("halo");
        }
    }

    @Test
    void a_second_process_on_the_folder_is_refused_with_one_line() throws Exception {
        try (var process = EmbeddedDatabaseProcess.start(folder, Map.of())) {
            assertThatThrownBy(EmbeddedDatabaseTest::start)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageMatching(".*sedang dipakai Lapor Pustaka yang lain, proses [0-9]+; .*in use by .*");

            process.kill();
        }
        start().close();
    }

    @Test
    void every_commit_reaches_the_disk_and_texts_sort_by_code_point() throws Exception {
        try (var database = start()) {
            var address = database.address("simulator");

            assertThat(ask(address, "show fsync")).containsExactly("on");
            assertThat(ask(address, "show synchronous_commit")).containsExactly("on");
            assertThat(ask(address, "show full_page_writes")).containsExactly("on");
            assertThat(ask(
                            address,
                            "select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding)"
                                    + " from pg_database where datname = 'simulator'"))
                    .containsExactly("b C.UTF-8 UTF8");
            assertThat(ask(address, "select lower('ÉCOLE')")).containsExactly("école");
        }
    }

    @Test
    void databases_are_apart_and_made_once() throws Exception {
        try (var database = start()) {
            execute(database.address("simulator"), "create table demo (id int)");

            assertThat(ask(database.address("laporpustaka"), "select to_regclass('demo') is null"))
                    .containsExactly("t");
            assertThat(ask(database.address("simulator"), "select to_regclass('demo') is null"))
                    .containsExactly("f");
            assertThatThrownBy(() -> database.address("a; drop database simulator"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void nobody_comes_in_without_the_password() throws Exception {
        try (var database = start()) {
            var address = database.address("simulator");

            assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), address.user(), "postgres"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(address.toString()).doesNotContain(address.password());
        }
    }

    @Test
    void a_port_taken_by_a_stranger_is_left_to_it() throws Exception {
        int usual;
        try (var database = start()) {
            usual = database.address("kept").port();
        }

        try (var stranger = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress());
                var database = start()) {
            assertThat(database.address("kept").port()).isNotEqualTo(stranger.getLocalPort());
        }
        try (var database = start()) {
            assertThat(database.address("kept").port()).isEqualTo(usual);
        }
    }

    @Test
    void a_process_id_that_went_to_another_program_is_no_server() throws Exception {
        start().close();
        Files.write(
                folder.resolve("postgres/postmaster.pid"),
                List.of(String.valueOf(ProcessHandle.current().pid()), folder.toString(), "0", "15432", "", ""));

        try (var database = start()) {
            assertThat(database.address("kept").name()).isEqualTo("kept");
        }
    }

    @Test
    void a_folder_of_another_major_version_is_refused_with_one_line() throws IOException {
        Files.createDirectories(temporary.resolve("postgres"));
        Files.writeString(temporary.resolve("postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(temporary, PROGRAMS))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageMatching(".*dibuat PostgreSQL 17, sedangkan ini PostgreSQL 18; .*made by PostgreSQL 17.*");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Files.writeString(temporary.resolve("file"), "");
        var impossible = temporary.resolve("file/data");

        assertThatThrownBy(() -> EmbeddedDatabase.start(impossible, PROGRAMS))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(impossible + " (DATA_DIR) tidak bisa dipakai");
    }

    @Test
    void a_first_start_that_was_cut_off_is_put_aside() throws Exception {
        Files.createDirectories(temporary.resolve("postgres/base"));
        Files.writeString(temporary.resolve("postgres/PG_VERSION"), "18\n");
        Files.writeString(temporary.resolve("postgres/postgresql.conf"), "");

        try (var database = EmbeddedDatabase.start(temporary, PROGRAMS)) {
            assertThat(database.address("kept").name()).isEqualTo("kept");
        }
        assertThat(temporary.resolve("postgres-unfinished/base")).isDirectory();
    }

    @Test
    void root_without_unshare_is_told_what_to_do() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root needs unshare");
        var nothing = Files.createDirectories(temporary.resolve("nothing"));

        try (var process = EmbeddedDatabaseProcess.start(temporary, Map.of("PATH", nothing.toString()))) {
            assertThat(process.firstLine()).contains("tanpa perintah unshare", "without the command unshare");
        }
    }

    private static EmbeddedDatabase start() {
        return EmbeddedDatabase.start(folder, PROGRAMS);
    }

    private static DatabaseAddress addressIn(EmbeddedDatabaseProcess process) throws IOException {
        var password = Files.readString(folder.resolve("postgres.password"));
        return DatabaseAddress.parse(process.firstLine().replace("@", ":" + password + "@"))
                .orElseThrow();
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = connect(address);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> ask(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = connect(address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
