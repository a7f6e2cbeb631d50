import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/// Generates jOOQ's classes from the migrations, on the same PostgreSQL that the product runs on, and the classes of
/// pages and documents from their templates.
///
/// Launched from source by the build with two arguments: the project's folder, and the folder to write to. What was
/// written from the same files before is left alone, so that nothing is compiled again for it.
final class Generate {
    private static final String TABLES = "id.laporpustaka.db.generated";
    private static final String PAGES = "id.laporpustaka.web";
    private static final String DOCUMENTS = "id.laporpustaka.export";

    static void main(String[] arguments) throws Exception {
        var project = Path.of(arguments[0]);
        var target = Path.of(arguments[1]);
        var migrations = project.resolve("db/migration");
        unlessUnchanged(migrations, target.resolve("jooq"), folder -> generateTables(migrations, folder));
        generateTemplates(project.resolve("src/main/jte"), target.resolve("jte"), PAGES);
        generateTemplates(project.resolve("src/main/jte-export"), target.resolve("jte"), DOCUMENTS);
    }

    private interface Step {
        void into(Path folder) throws Exception;
    }

    private static void unlessUnchanged(Path source, Path target, Step generate) throws Exception {
        var stamp = target.resolve(".generated-from-" + source.getFileName());
        var hash = hash(source);
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
            return;
        }
        generate.into(target);
        Files.writeString(stamp, hash);
    }

    private static void generateTemplates(Path templates, Path target, String room) throws Exception {
        unlessUnchanged(templates, target, folder -> {
            var engine =
                    TemplateEngine.create(new DirectoryCodeResolver(templates), folder, ContentType.Html, null, room);
            engine.setTrimControlStructures(true);
            engine.cleanAll();
            engine.generateAll();
        });
    }

    private static void generateTables(Path migrations, Path target) throws Exception {
        try (var postgres =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(configuration(postgres.getJdbcUrl("postgres", "postgres"), target));
        }
    }

    private static Configuration configuration(String url, Path target) {
        var instants =
                new ForcedType().withName("INSTANT").withIncludeTypes("(?i)timestamptz.*|timestamp.*with.*time.*zone");
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(url))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema("public")
                                .withExcludes(
                                        "flyway_schema_history|scheduled_tasks|.*trgm.*|.*similarity.*|show_limit|set_limit")
                                .withOutputSchemaToDefault(true)
                                .withIncludeRoutines(false)
                                .withTableValuedFunctions(false)
                                .withForcedTypes(instants))
                        .withGenerate(new org.jooq.meta.jaxb.Generate()
                                .withRecords(true)
                                .withPojos(false)
                                .withDaos(false))
                        .withTarget(new Target()
                                .withPackageName(TABLES)
                                .withDirectory(target.toString())
                                .withClean(true)));
    }

    private static String hash(Path folder) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(folder.relativize(file).toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        }
        digest.update(Constants.FULL_VERSION.getBytes());
        return HexFormat.of().formatHex(digest.digest());
    }
}
