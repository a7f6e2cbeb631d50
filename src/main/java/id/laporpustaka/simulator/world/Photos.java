package id.laporpustaka.simulator.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/// Turns the bytes of a picture into what the Bot API shows of a photo: the same picture in two sizes, smallest
/// first.
public final class Photos {
    private static final int SMALL_SIDE = 320;

    /// Width and height in pixels.
    public record Dimensions(int width, int height) {}

    private final FileStore files;
    private final Map<String, ArrayNode> known = new ConcurrentHashMap<>();

    public Photos(FileStore files) {
        this.files = files;
        ImageIO.setUseCache(false);
    }

    /// Nothing if the bytes are no picture that Java can read.
    public static Optional<Dimensions> findDimensions(byte[] bytes) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input);
                return Optional.of(new Dimensions(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// The Bot API's array of `PhotoSize`.
    public ArrayNode store(byte[] bytes, Dimensions dimensions) {
        var full = files.put(FileStore.Use.PHOTO, "photo.jpg", "image/jpeg", bytes);
        return known.computeIfAbsent(full.fileId(), _ -> {
                    var sizes = Json.array();
                    shrink(bytes, dimensions).ifPresent(small -> {
                        var smaller = smallDimensions(dimensions);
                        sizes.add(size(files.put(FileStore.Use.PHOTO, "photo.jpg", "image/jpeg", small), smaller));
                    });
                    return sizes.add(size(full, dimensions));
                })
                .deepCopy();
    }

    private static ObjectNode size(FileStore.StoredFile file, Dimensions dimensions) {
        return Json.object()
                .put("file_id", file.fileId())
                .put("file_unique_id", file.uniqueId())
                .put("file_size", file.size())
                .put("width", dimensions.width())
                .put("height", dimensions.height());
    }

    private static Dimensions smallDimensions(Dimensions full) {
        double scale = (double) SMALL_SIDE / Math.max(full.width(), full.height());
        return new Dimensions((int) Math.max(1, Math.round(full.width() * scale)), (int)
                Math.max(1, Math.round(full.height() * scale)));
    }

    private static Optional<byte[]> shrink(byte[] bytes, Dimensions full) {
        if (Math.max(full.width(), full.height()) <= SMALL_SIDE) {
            return Optional.empty();
        }
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(bytes));
            if (picture == null) {
                return Optional.empty();
            }
            var target = smallDimensions(full);
            var small = new BufferedImage(target.width(), target.height(), BufferedImage.TYPE_INT_RGB);
            var graphics = small.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, 0, 0, target.width(), target.height(), null);
            graphics.dispose();
            var out = new ByteArrayOutputStream();
            return ImageIO.write(small, "jpg", out) ? Optional.of(out.toByteArray()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
