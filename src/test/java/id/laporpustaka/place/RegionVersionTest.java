package id.laporpustaka.place;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.place.RegionReading.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionVersionTest {
    private static final Map<String, String> FILES = Map.of(
            "provinces.csv", "code,name\n33,JAWA TENGAH\n",
            "regencies.csv", "code,province_code,name\r\n33.06,33,KABUPATEN PURWOREJO\r\n",
            "districts.csv", "\uFEFFcode,regency_code,name\n33.06.01,33.06,Grabag",
            "villages.csv", """
            code,district_code,name
            33.06.01.2001,33.06.01,"Soka""an"
            33.06.01.2002,33.06.01,Ja"an
            33.06.01.2003,33.06.01,Satu, Dua
            33.06.01.2004,33.06.01,"Tiga, Empat"
            """);

    @TempDir
    Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        for (var file : FILES.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    @Test
    void a_folder_and_a_zip_of_the_files_are_the_same() throws IOException {
        var zip = folder.resolve("regions.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var file : FILES.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }

        var read = RegionVersion.read(folder, "one");

        assertThat(read).isInstanceOfSatisfying(RegionReading.Accepted.class, accepted -> {
            assertThat(accepted.version().version()).isEqualTo("one");
            assertThat(accepted.version().names())
                    .isEqualTo(Map.of(
                            "33", "JAWA TENGAH",
                            "33.06", "KABUPATEN PURWOREJO",
                            "33.06.01", "Grabag",
                            "33.06.01.2001", "Soka\"an",
                            "33.06.01.2002", "Ja\"an",
                            "33.06.01.2003", "Satu, Dua",
                            "33.06.01.2004", "Tiga, Empat"));
        });
        assertThat(RegionVersion.read(zip, "one")).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        provinces.csv | 'code;name'                                          | NO_HEADER       | 1
        provinces.csv | 'code,name'                                          | NOTHING_IN_IT   | 1
        provinces.csv | ''                                                   | NO_HEADER       | 1
        villages.csv  | 'code,district_code,name#33.06.01.2001'              | TOO_FEW_FIELDS  | 2
        villages.csv  | 'code,district_code,name#3306012001,33.06.01,A'      | NOT_A_CODE      | 2
        villages.csv  | 'code,district_code,name#33.06.01,33.06,A'           | NOT_A_CODE      | 2
        villages.csv  | 'code,district_code,name#33.06.01.2001,33.06.01, '   | NOT_A_NAME      | 2
        villages.csv  | 'code,district_code,name#33.06.02.2001,33.06.02,A'   | LIES_IN_NOTHING | 2
        villages.csv  | 'code,name#33.06.01.2001,A#33.06.01.2001,B'          | CODE_TWICE      | 3
        """)
    void what_is_wrong_is_said_with_its_place(String file, String content, Fault fault, int row) throws IOException {
        Files.writeString(folder.resolve(file), content.replace('#', '\n'));

        assertThat(RegionVersion.read(folder, "one")).isEqualTo(new RegionReading.Refused(fault, file, row));
    }

    @Test
    void other_files_are_refused() throws IOException {
        Files.write(folder.resolve("villages.csv"), new byte[] {'c', (byte) 0xFF, '\n'});
        assertThat(RegionVersion.read(folder, "one"))
                .isEqualTo(new RegionReading.Refused(Fault.NOT_UTF_8, "villages.csv", 0));

        Files.delete(folder.resolve("villages.csv"));
        assertThat(RegionVersion.read(folder, "one"))
                .isEqualTo(new RegionReading.Refused(Fault.NO_FILE, "villages.csv", 0));

        assertThat(RegionVersion.read(folder.resolve("provinces.csv"), "one"))
                .isEqualTo(new RegionReading.Refused(Fault.NO_FILE, "provinces.csv", 0));
        Files.writeString(folder.resolve("broken.zip"), "PK no");
        assertThat(RegionVersion.read(folder.resolve("broken.zip"), "one"))
                .isEqualTo(new RegionReading.Refused(Fault.NO_FILE, "broken.zip", 0));
        assertThat(RegionVersion.read(folder.resolve("absent"), "one"))
                .isEqualTo(new RegionReading.Refused(Fault.NO_FILE, "absent", 0));
    }

    @Test
    void a_name_without_end_is_no_name() throws IOException {
        Files.writeString(
                folder.resolve("villages.csv"),
                "code,district_code,name\n33.06.01.2001,33.06.01,\"" + "a".repeat(3_000_000));

        assertThat(RegionVersion.read(folder, "one"))
                .isEqualTo(new RegionReading.Refused(Fault.NOT_A_NAME, "villages.csv", 2));
    }

    @Test
    void the_product_comes_with_one() {
        assertThat(RegionVersion.builtIn().names()).hasSize(91_599);
    }
}
