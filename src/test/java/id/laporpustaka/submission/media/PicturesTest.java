package id.laporpustaka.submission.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import id.laporpustaka.submission.media.Pictures.Outcome;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {
    /// One pixel each: with loss, without, and transparent.
    private static final List<String> WEBP = List.of(
            "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
            "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
            "UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA==");

    @TempDir
    Path folder;

    @Test
    void nothing_of_place_camera_or_person_is_left_in_a_photo() throws Exception {
        var taken = CameraPictures.fromCamera(CameraPictures.scene(1, 1_200, 900), 6);
        assertThat(directories(taken))
                .hasAtLeastOneElementOfType(GpsDirectory.class)
                .hasAtLeastOneElementOfType(ExifIFD0Directory.class);

        var kept = remake(taken, FileKind.JPEG);

        for (var bytes : List.of(kept.picture(), kept.thumbnail())) {
            assertThat(directories(bytes))
                    .extracting(Directory::getName)
                    .containsOnly("JPEG", "JFIF", "Huffman", "File Type");
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotContain(CameraPictures.SECRET, "Exif", "xmpmeta", "Photoshop");
        }
        assertThat(kept.made().width()).isEqualTo(900);
        assertThat(kept.made().height()).isEqualTo(1_200);
    }

    /// Which field stands where after the picture has been put upright (Exif 2.32, tag 274).
    @ParameterizedTest
    @CsvSource({
        "1, RGBY", "2, GRYB", "3, YBGR", "4, BYRG", "5, RBGY", "6, BRYG", "7, YGBR", "8, GYRB",
    })
    void a_photo_stands_upright_however_the_phone_was_held(int orientation, String fields) throws Exception {
        var jpeg = CameraPictures.fromCamera(CameraPictures.fields(320, 200), orientation);
        var png = CameraPictures.pngFromCamera(CameraPictures.fields(320, 200), orientation);

        assertThat(fieldsOf(remake(jpeg, FileKind.JPEG).image())).isEqualTo(fields);
        var kept = remake(png, FileKind.PNG);
        assertThat(fieldsOf(kept.image())).isEqualTo(fields);
        assertThat(new String(kept.picture(), StandardCharsets.ISO_8859_1)).doesNotContain(CameraPictures.SECRET);
        assertThat(kept.made().width()).isEqualTo(orientation < 5 ? 320 : 200);
    }

    @Test
    void a_large_photo_becomes_smaller_and_its_copy_small() throws Exception {
        var kept = remake(CameraPictures.encoded(CameraPictures.scene(2, 6_000, 3_000), "jpeg"), FileKind.JPEG);

        assertThat(kept.made().width()).isEqualTo(Pictures.LONGEST_SIDE);
        assertThat(kept.made().height()).isEqualTo(Pictures.LONGEST_SIDE / 2);
        var thumbnail = ImageIO.read(new ByteArrayInputStream(kept.thumbnail()));
        assertThat(thumbnail.getWidth()).isEqualTo(Pictures.LONGEST_SIDE_OF_THUMBNAIL);
        assertThat(thumbnail.getHeight()).isEqualTo(Pictures.LONGEST_SIDE_OF_THUMBNAIL / 2);
    }

    @Test
    void a_small_picture_is_not_made_larger() throws Exception {
        var kept = remake(CameraPictures.encoded(CameraPictures.scene(2, 90, 60), "png"), FileKind.PNG);

        assertThat(kept.made().width()).isEqualTo(90);
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.thumbnail())).getWidth())
                .isEqualTo(90);
    }

    @Test
    void what_is_transparent_becomes_white() throws Exception {
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);

        var kept = remake(CameraPictures.encoded(image, "png"), FileKind.PNG);

        assertThat(new Color(kept.image().getRGB(20, 20))).isEqualTo(Color.WHITE);
    }

    @Test
    void gif_and_webp_become_jpeg() throws Exception {
        var gif = remake(CameraPictures.encoded(CameraPictures.fields(320, 200), "gif"), FileKind.GIF);

        assertThat(fieldsOf(gif.image())).isEqualTo("RGBY");
        for (var webp : WEBP) {
            var kept = remake(Base64.getDecoder().decode(webp), FileKind.WEBP);
            assertThat(kept.made().width()).isEqualTo(1);
            assertThat(kept.made().height()).isEqualTo(1);
        }
    }

    @Test
    void a_webp_says_how_it_was_held_too() throws Exception {
        var webp = CameraPictures.webpFromCamera(Base64.getDecoder().decode(WEBP.getFirst()), 8);

        assertThat(Orientation.read(file(webp), FileKind.WEBP)).isEqualTo(8);
    }

    @Test
    void a_bomb_is_refused_before_it_is_opened() throws Exception {
        var bomb = png(30_000, 30_000);
        assertThat(bomb.length).isLessThan(1_000_000);

        var began = System.nanoTime();
        var outcome = outcome(bomb, FileKind.PNG);

        assertThat(outcome).isEqualTo(new Outcome.Refused(MediaReason.TOO_MANY_PIXELS));
        assertThat(System.nanoTime() - began).isLessThan(1_000_000_000L);
        assertThat(outcome(png(60_000, 1), FileKind.PNG)).isEqualTo(new Outcome.Refused(MediaReason.TOO_MANY_PIXELS));
    }

    @Test
    void a_picture_that_breaks_off_or_is_none_is_refused() throws Exception {
        var whole = CameraPictures.encoded(CameraPictures.scene(3, 400, 300), "png");
        var half = Arrays.copyOf(whole, whole.length / 2);

        assertThat(outcome(half, FileKind.PNG)).isEqualTo(new Outcome.Refused(MediaReason.PICTURE_BROKEN));
        assertThat(outcome(new byte[] {1, 2, 3}, FileKind.JPEG))
                .isEqualTo(new Outcome.Refused(MediaReason.PICTURE_BROKEN));
        assertThat(outcome(new byte[] {1, 2, 3}, FileKind.HEIF))
                .isEqualTo(new Outcome.Refused(MediaReason.PICTURE_NOT_SUPPORTED));
    }

    @Test
    void the_data_of_a_camera_may_be_anything() throws Exception {
        var taken = CameraPictures.fromCamera(CameraPictures.fields(64, 40), 6);
        for (var i = 20; i < 200; i++) {
            var changed = taken.clone();
            changed[i] = (byte) 0xFF;

            assertThat(Orientation.read(file(changed), FileKind.JPEG)).isBetween(1, 8);
        }
        assertThat(Orientation.read(file(new byte[] {(byte) 0xFF}), FileKind.JPEG))
                .isEqualTo(1);
    }

    private record Kept(Pictures.Made made, Path pictureFile, Path thumbnailFile) {
        byte[] picture() throws IOException {
            return Files.readAllBytes(pictureFile);
        }

        byte[] thumbnail() throws IOException {
            return Files.readAllBytes(thumbnailFile);
        }

        BufferedImage image() throws IOException {
            return ImageIO.read(pictureFile.toFile());
        }
    }

    private Kept remake(byte[] bytes, FileKind kind) throws IOException, InterruptedException {
        var picture = file(new byte[0]);
        var thumbnail = file(new byte[0]);
        var outcome = Pictures.remake(file(bytes), kind, picture, thumbnail);
        assertThat(outcome).isInstanceOf(Outcome.Written.class);
        return new Kept(((Outcome.Written) outcome).made(), picture, thumbnail);
    }

    private Outcome outcome(byte[] bytes, FileKind kind) throws IOException, InterruptedException {
        return Pictures.remake(file(bytes), kind, file(new byte[0]), file(new byte[0]));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "", ""), bytes);
    }

    private static List<Directory> directories(byte[] bytes) throws Exception {
        var directories = new ArrayList<Directory>();
        ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes))
                .getDirectories()
                .forEach(directories::add);
        return directories;
    }

    private static String fieldsOf(BufferedImage image) {
        var fields = new StringBuilder();
        for (var field = 0; field < 4; field++) {
            var color = new Color(image.getRGB(
                    image.getWidth() * (1 + field % 2 * 2) / 4, image.getHeight() * (1 + field / 2 * 2) / 4));
            var red = color.getRed() > 128;
            var green = color.getGreen() > 128;
            fields.append(red && green ? 'Y' : red ? 'R' : green ? 'G' : 'B');
        }
        return fields.toString();
    }

    /// An empty picture of one bit a pixel.
    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        CameraPictures.chunk(
                bytes,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {1, 0, 0, 0, 0})
                        .array());
        var packed = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(packed)) {
            for (var row = 0; row < height; row++) {
                deflating.write(new byte[1 + (width + 7) / 8]);
            }
        }
        CameraPictures.chunk(bytes, "IDAT", packed.toByteArray());
        CameraPictures.chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }
}
