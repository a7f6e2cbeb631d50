package id.laporpustaka.submission.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How well the look of a picture tells its copies from others.
class LookTest {
    private static final int PICTURES = 40;

    @TempDir
    Path folder;

    @Test
    void copies_look_alike_and_others_do_not() throws Exception {
        var copies = new IntSummaryStatistics();
        var others = new IntSummaryStatistics();
        var looks = new ArrayList<Long>();
        for (var number = 0; number < PICTURES; number++) {
            var scene = CameraPictures.scene(number, 900, 700);
            var look = look(CameraPictures.encoded(scene, "png"), FileKind.PNG);
            for (var copy : copies(scene)) {
                copies.accept(Look.difference(look, look(copy, FileKind.JPEG)));
            }
            for (var other : looks) {
                others.accept(Look.difference(look, other));
            }
            looks.add(look);
        }

        System.out.printf(
                Locale.ROOT,
                "bits in which looks differ: %d copies %.1f on average, at most %d; %d pairs of others %.1f, at least"
                        + " %d%n",
                copies.getCount(),
                copies.getAverage(),
                copies.getMax(),
                others.getCount(),
                others.getAverage(),
                others.getMin());
        assertThat(copies.getMax()).isLessThanOrEqualTo(Look.ALIKE);
        assertThat(copies.getAverage()).isLessThan(3);
        assertThat(others.getMin()).isGreaterThan(Look.ALIKE);
        assertThat(others.getAverage()).isGreaterThan(24);
    }

    /// Saved in poor quality, shrunk by Telegram and by a messenger, and brightened.
    private static List<byte[]> copies(BufferedImage scene) {
        return List.of(
                CameraPictures.jpeg(scene, 0.3f),
                CameraPictures.jpeg(resized(scene, 320, 249), 0.7f),
                CameraPictures.jpeg(resized(scene, 1_280, 996), 0.5f),
                CameraPictures.jpeg(brighter(scene), 0.8f));
    }

    private static BufferedImage resized(BufferedImage image, int width, int height) {
        var other = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = other.createGraphics();
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return other;
    }

    private static BufferedImage brighter(BufferedImage image) {
        var other = resized(image, image.getWidth(), image.getHeight());
        for (var y = 0; y < other.getHeight(); y++) {
            for (var x = 0; x < other.getWidth(); x++) {
                other.setRGB(x, y, brighter(other.getRGB(x, y)));
            }
        }
        return other;
    }

    private static int brighter(int pixel) {
        var result = 0;
        for (var shift = 0; shift <= 16; shift += 8) {
            result |= (20 + (pixel >> shift & 0xFF) * 9 / 10) << shift;
        }
        return result;
    }

    private long look(byte[] bytes, FileKind kind) throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("picture"), bytes);
        var outcome = Pictures.remake(file, kind, folder.resolve("made"), folder.resolve("small"));
        return ((Pictures.Outcome.Written) outcome).made().look();
    }
}
