package id.laporpustaka;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The rooms of the house and which doors between them are open. Every room has its line here.
@AnalyzeClasses(packages = "id.laporpustaka", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "id.laporpustaka.";

    /// From a room to the rooms of ours that it may import.
    private static final Map<String, List<String>> DOORS = doors(
            "app: *",
            "metrics: web telegram intake outbox db",
            "web: telegram schedule relay intake export texts conversation outbox summary submission people place form"
                    + " db",
            "telegram: intake outbox conversation texts submission form",
            "schedule: relay intake export texts conversation outbox summary submission people place form db",
            "relay: intake conversation submission people place form db",
            "intake: export texts conversation outbox summary submission people place form db",
            "export: texts conversation outbox summary submission people place form db",
            "texts: conversation form outbox summary submission people place",
            "conversation: form summary submission people place",
            "outbox: db",
            "summary: submission people place db",
            "submission: form people place db",
            "people: place db",
            "place: db",
            "form:",
            "db:",
            "simulator:");

    @ArchTest
    static void every_room_opens_only_its_doors(JavaClasses classes) {
        DOORS.forEach((room, others) -> {
            if (others.contains("*") || !exists(classes, room)) {
                return;
            }
            var closed = DOORS.keySet().stream()
                    .filter(other -> !other.equals(room) && !others.contains(other))
                    .map(other -> BASE + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(BASE + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(closed)
                    .check(classes);
        });
    }

    @ArchTest
    static void every_room_is_listed(JavaClasses classes) {
        var rooms = classes.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith(BASE))
                .map(name -> name.substring(BASE.length()).split("\\.", 2)[0])
                .distinct();

        assertThat(rooms).isSubsetOf(DOORS.keySet());
    }

    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching(BASE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pure_rooms_know_no_database_and_no_web = noClasses()
            .that()
            .resideInAnyPackage(BASE + "form..", BASE + "conversation..", BASE + "texts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "java.sql..", "java.net.http..", "io.javalin..", "org.telegram..");

    @ArchTest
    static final ArchRule telegrams_own_types_stay_in_its_room = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "telegram..", BASE + "app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.telegram..");

    @ArchTest
    static final ArchRule micrometers_own_types_stay_in_its_room = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule tables_are_written_in_jooqs_types = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "db..")
            .should()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                    com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(
                                            "org.jooq.DSLContext")))
                    .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                    "fetch.*|execute|query|resultQuery")))
                    .and(com.tngtech.archunit.base.DescribedPredicate.describe(
                            "with SQL as text",
                            (com.tngtech.archunit.core.domain.JavaCall<?> call) ->
                                    call.getTarget().getRawParameterTypes().stream()
                                            .anyMatch(type -> type.isEquivalentTo(String.class)))));

    @ArchTest
    static final ArchRule packages_are_null_marked = classes()
            .that()
            .resideInAPackage("id.laporpustaka..")
            .and()
            .resideOutsideOfPackage("id.laporpustaka.db.generated..")
            .and()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked");

    private static boolean exists(JavaClasses classes, String room) {
        return classes.stream().anyMatch(type -> type.getPackageName().startsWith(BASE + room));
    }

    private static Map<String, List<String>> doors(String... lines) {
        var doors = new LinkedHashMap<String, List<String>>();
        for (var line : lines) {
            var parts = line.split(":", 2);
            var others = parts[1].isBlank()
                    ? Stream.<String>empty()
                    : Arrays.stream(parts[1].trim().split(" ", -1));
            doors.put(parts[0], others.toList());
        }
        return doors;
    }
}
