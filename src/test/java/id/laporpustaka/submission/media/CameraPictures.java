package id.laporpustaka.submission.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures as phones send them, made up.
final class CameraPictures {
    /// Stands in every place of a picture's data in which something can stand.
    static final String SECRET = "Rahasia-Sari";

    private CameraPictures() {}

    /// Something with forms and colours in it, another for each number.
    static BufferedImage scene(int number, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(number * 7_919L);
        var canvas = image.createGraphics();
        canvas.setColor(new Color(random.nextInt(0x1000000)));
        canvas.fillRect(0, 0, width, height);
        for (var i = 0; i < 14; i++) {
            canvas.setColor(new Color(random.nextInt(0x1000000)));
            canvas.fillOval(
                    random.nextInt(width) - width / 6,
                    random.nextInt(height) - height / 6,
                    width / 8 + random.nextInt(width / 3),
                    height / 8 + random.nextInt(height / 3));
        }
        canvas.dispose();
        return image;
    }

    /// Four fields: red, green, blue and yellow, from left to right and from the top down.
    static BufferedImage fields(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        var colors = new Color[] {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
        for (var i = 0; i < colors.length; i++) {
            canvas.setColor(colors[i]);
            canvas.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
        }
        canvas.dispose();
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("nothing writes " + format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] jpeg(BufferedImage image, float quality) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var wanted = writer.getDefaultWriteParam();
            wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wanted.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A JPEG with all that a phone writes into it: Exif with the make, how it was held and where it was, XMP,
    /// IPTC and a comment.
    static byte[] fromCamera(BufferedImage image, int orientation) {
        var plain = encoded(image, "jpeg");
        var bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        segment(bytes, 0xE1, join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif(orientation)));
        segment(
                bytes,
                0xE1,
                ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + "</x:xmpmeta>")
                        .getBytes(StandardCharsets.ISO_8859_1));
        segment(bytes, 0xED, ("Photoshop 3.0\0" + SECRET).getBytes(StandardCharsets.ISO_8859_1));
        segment(bytes, 0xFE, SECRET.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(plain, 2, plain.length - 2);
        return bytes.toByteArray();
    }

    /// A PNG with how it was held and with words.
    static byte[] pngFromCamera(BufferedImage image, int orientation) {
        var plain = encoded(image, "png");
        var afterHeader = 8 + 25;
        var bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, afterHeader);
        chunk(bytes, "eXIf", exif(orientation));
        chunk(bytes, "tEXt", ("Author\0" + SECRET).getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(plain, afterHeader, plain.length - afterHeader);
        return bytes.toByteArray();
    }

    /// The same WebP with how it was held.
    static byte[] webpFromCamera(byte[] webp, int orientation) {
        var exif = exif(orientation);
        var head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        head.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length);
        return join(webp, join(head.array(), exif));
    }

    /// A part of a PNG.
    static void chunk(ByteArrayOutputStream bytes, String name, byte[] content) {
        var checked = join(name.getBytes(StandardCharsets.US_ASCII), content);
        var crc = new CRC32();
        crc.update(checked);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        bytes.writeBytes(checked);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static void segment(ByteArrayOutputStream bytes, int marker, byte[] content) {
        bytes.write(0xFF);
        bytes.write(marker);
        bytes.writeBytes(
                ByteBuffer.allocate(2).putShort((short) (content.length + 2)).array());
        bytes.writeBytes(content);
    }

    /// TIFF 6.0, most significant byte first: make, orientation and a directory with a place in Purworejo.
    private static byte[] exif(int orientation) {
        var make = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        var makeAt = 8 + 2 + 3 * 12 + 4;
        var gpsAt = makeAt + make.length + make.length % 2;
        var valuesAt = gpsAt + 2 + 4 * 12 + 4;
        var tiff = ByteBuffer.allocate(valuesAt + 48);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010F, 2, make.length).putInt(makeAt);
        entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
        entry(tiff, 0x8825, 4, 1).putInt(gpsAt);
        tiff.putInt(0);
        tiff.put(makeAt, make).position(gpsAt);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2).put((byte) 'S').put(new byte[3]);
        entry(tiff, 2, 5, 3).putInt(valuesAt);
        entry(tiff, 3, 2, 2).put((byte) 'E').put(new byte[3]);
        entry(tiff, 4, 5, 3).putInt(valuesAt + 24);
        tiff.putInt(0);
        for (var value : new int[] {7, 42, 30, 110, 0, 15}) {
            tiff.putInt(value).putInt(1);
        }
        return tiff.array();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(count);
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }
}
