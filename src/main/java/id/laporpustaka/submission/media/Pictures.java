package id.laporpustaka.submission.media;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;

/// Makes of a picture that somebody sent one that tells nothing but what it shows: it is opened, put upright,
/// shrunk and written anew as JPEG, so that nothing of place, time, camera or person that stood in it is left.
///
/// Memory is bounded: the size is read before the picture is opened, and of a huge one only every second,
/// third, … pixel is taken.
final class Pictures {
    /// As large as Telegram itself makes photos (Telegram Bot API, PhotoSize).
    static final int LONGEST_SIDE = 2_560;

    static final int LONGEST_SIDE_OF_THUMBNAIL = 480;

    private static final float QUALITY = 0.85f;
    private static final float QUALITY_OF_THUMBNAIL = 0.75f;
    private static final int MOST_PIXELS_OF_SIDE = 32_000;
    private static final long MOST_PIXELS = 64_000_000;
    /// WebP is opened as a whole, whatever is taken of it.
    private static final long MOST_PIXELS_OF_WEBP = 20_000_000;

    private static final long HUGE = 16_000_000;
    /// A progressive JPEG needs six bytes a pixel while it is read, so of the huge ones only one is.
    private static final Semaphore ROOM_FOR_HUGE = new Semaphore(1);

    private static final Set<FileKind> KNOWN = EnumSet.of(FileKind.JPEG, FileKind.PNG, FileKind.GIF, FileKind.WEBP);

    static {
        ImageIO.setUseCache(false);
    }

    private Pictures() {}

    /// @param look see [Look]
    record Made(int width, int height, long look) {}

    /// What came of it.
    sealed interface Outcome {
        record Written(Made made) implements Outcome {}

        record Refused(MediaReason reason) implements Outcome {}
    }

    /// @param picture an empty file, where the new picture goes
    /// @param thumbnail an empty file, where its small copy goes
    /// @throws IOException if the disk fails; a picture that can't be read is refused
    static Outcome remake(Path file, FileKind kind, Path picture, Path thumbnail)
            throws IOException, InterruptedException {
        if (!KNOWN.contains(kind)) {
            return new Outcome.Refused(MediaReason.PICTURE_NOT_SUPPORTED);
        }
        BufferedImage opened;
        try {
            var orientation = Orientation.read(file, kind);
            opened = open(file, kind).map(taken -> upright(taken, orientation)).orElse(null);
        } catch (IOException | RuntimeException _) { // readers throw whatever they stumble over
            return new Outcome.Refused(MediaReason.PICTURE_BROKEN);
        }
        if (opened == null) {
            return new Outcome.Refused(MediaReason.TOO_MANY_PIXELS);
        }
        var upright = shrink(opened, LONGEST_SIDE);
        var small = shrink(upright, LONGEST_SIDE_OF_THUMBNAIL);
        write(upright, QUALITY, picture);
        write(small, QUALITY_OF_THUMBNAIL, thumbnail);
        return new Outcome.Written(new Made(upright.getWidth(), upright.getHeight(), Look.of(small)));
    }

    /// Empty if it is too large to be opened.
    private static Optional<BufferedImage> open(Path file, FileKind kind) throws IOException, InterruptedException {
        var reader = reader(kind);
        try (var input = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(input, false, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            var pixels = (long) width * height;
            if (pixels > (kind == FileKind.WEBP ? MOST_PIXELS_OF_WEBP : MOST_PIXELS)
                    || Math.max(width, height) > MOST_PIXELS_OF_SIDE) {
                return Optional.empty();
            }
            var step = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
            var wanted = reader.getDefaultReadParam();
            wanted.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(pixels > HUGE ? readAlone(reader, wanted) : reader.read(0, wanted));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage readAlone(ImageReader reader, ImageReadParam wanted)
            throws IOException, InterruptedException {
        ROOM_FOR_HUGE.acquire();
        try {
            return reader.read(0, wanted);
        } finally {
            ROOM_FOR_HUGE.release();
        }
    }

    /// The one for what the file is, never one that would take it for something else.
    private static ImageReader reader(FileKind kind) {
        var readers = ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT));
        if (!readers.hasNext()) {
            throw new IllegalStateException("Nothing here reads " + kind);
        }
        return readers.next();
    }

    /// In sRGB, on white where it is transparent.
    private static BufferedImage upright(BufferedImage taken, int orientation) {
        var onItsSide = Orientation.isOnItsSide(orientation);
        var upright = blank(
                onItsSide ? taken.getHeight() : taken.getWidth(), onItsSide ? taken.getWidth() : taken.getHeight());
        var canvas = upright.createGraphics();
        canvas.drawImage(taken, Orientation.upright(orientation, taken.getWidth(), taken.getHeight()), null);
        canvas.dispose();
        return upright;
    }

    /// By halves at first, so that every pixel counts.
    private static BufferedImage shrink(BufferedImage image, int longestSide) {
        var present = image;
        while (longest(present) > longestSide) {
            var next = Math.max(longestSide, (longest(present) + 1) / 2);
            var scale = (double) next / longest(present);
            var smaller = blank(side(present.getWidth() * scale), side(present.getHeight() * scale));
            var canvas = smaller.createGraphics();
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.drawImage(present, 0, 0, smaller.getWidth(), smaller.getHeight(), null);
            canvas.dispose();
            present = smaller;
        }
        return present;
    }

    private static int longest(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static int side(double length) {
        return (int) Math.max(1, Math.round(length));
    }

    private static BufferedImage blank(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        return image;
    }

    private static void write(BufferedImage image, float quality, Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(output);
            var wanted = writer.getDefaultWriteParam();
            wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wanted.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), wanted);
        } finally {
            writer.dispose();
        }
    }
}
