import com.palantir.javaformat.java.Main;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Checks (`check FOLDER`) or applies (`write FOLDER`) the format of every Java file below a folder.
final class Format {
    static void main(String[] arguments) throws Exception {
        var options = arguments[0].equals("check")
                ? List.of("--palantir", "--dry-run", "--set-exit-if-changed")
                : List.of("--palantir", "--replace");
        var call = new ArrayList<>(options);
        try (var files = Files.walk(Path.of(arguments[1]))) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(call::add);
        }
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var exit = new Main(out, out, System.in).format(call.toArray(String[]::new));
        if (exit != 0) {
            out.println(
                    "The files above are not formatted; this does it: mvn -q toolchains:select-jdk-toolchain@default"
                            + " exec:exec@format");
        }
        System.exit(exit);
    }
}
