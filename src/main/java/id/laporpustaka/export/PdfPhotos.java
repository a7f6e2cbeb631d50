package id.laporpustaka.export;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes photos as small as they need to be on paper. Nothing but the picture is left of them: no place, no
/// time, no device.
final class PdfPhotos {
    private static final Logger LOG = LoggerFactory.getLogger(PdfPhotos.class);

    /// Over 8 cm this is some 300 dots an inch.
    private static final int LONGEST_SIDE = 1_000;

    private static final float QUALITY = 0.8F;
    private static final int MOST_BYTES = 20_000_000;

    /// What is larger is no photo of a telephone but may be made to fill the memory.
    private static final long MOST_PIXELS = 100_000_000;

    private PdfPhotos() {}

    /// A JPEG; empty if the photo can't be read.
    static Optional<byte[]> findPrintable(PhotoSource.Photo photo) {
        try (var stream = photo.open()) {
            var bytes = stream.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES ? Optional.empty() : read(bytes).map(PdfPhotos::jpeg);
        } catch (IOException | RuntimeException e) { // decoders throw either when a file is broken
            LOG.warn("A photo cannot be printed: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(byte[] bytes) throws IOException {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    /// Not more of it than is needed.
    private static Optional<BufferedImage> read(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        var every = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(every, every, 0, 0);
        return Optional.of(reader.read(0, parameters));
    }

    private static byte[] jpeg(BufferedImage image) {
        var scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return written(small);
    }

    private static byte[] written(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(out)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new IllegalStateException("Memory can be written to", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
