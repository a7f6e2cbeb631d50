package id.laporpustaka.submission.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.geom.AffineTransform;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// How a camera was held: a number from 1, upright, to 8 (Exif 2.32, tag 274). It is all that is read of what a
/// camera writes into a picture, so that nothing else of it can do harm.
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final int MOST_ENTRIES = 200;
    /// Enough for the first directory, which has the tag.
    private static final int MOST_BYTES = 65_536;

    private static final int JPEG_EXIF = 0xE1;
    private static final int JPEG_SCAN = 0xDA;
    private static final byte[] EXIF_HEAD = {'E', 'x', 'i', 'f', 0, 0};

    private Orientation() {}

    /// Upright where nothing is said, or nothing that can be understood.
    static int read(Path file, FileKind kind) throws IOException {
        try (var bytes = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return switch (kind) {
                case JPEG -> inJpeg(bytes);
                case PNG -> inChunks(bytes, 8, "eXIf");
                case WEBP -> inChunks(bytes, 12, "EXIF");
                default -> UPRIGHT;
            };
        } catch (EOFException _) {
            return UPRIGHT;
        }
    }

    private static int inJpeg(DataInputStream bytes) throws IOException {
        bytes.skipNBytes(2);
        while (bytes.readUnsignedByte() == 0xFF) {
            var marker = bytes.readUnsignedByte();
            while (marker == 0xFF) {
                marker = bytes.readUnsignedByte();
            }
            if (marker == JPEG_SCAN) {
                return UPRIGHT;
            }
            var segment = new byte[Math.max(0, bytes.readUnsignedShort() - 2)];
            bytes.readFully(segment);
            if (marker == JPEG_EXIF && startsWith(segment, EXIF_HEAD)) {
                return inExif(ByteBuffer.wrap(segment, EXIF_HEAD.length, segment.length - EXIF_HEAD.length)
                        .slice());
            }
        }
        return UPRIGHT;
    }

    /// PNG has the length before the name, most significant byte first, and a checksum behind; WebP, as RIFF,
    /// has the name before the length, least significant byte first, and an even number of bytes.
    private static int inChunks(DataInputStream bytes, int head, String wanted) throws IOException {
        var isPng = wanted.equals("eXIf");
        bytes.skipNBytes(head);
        while (true) {
            var name = "";
            if (!isPng) {
                name = name(bytes);
            }
            var length = Integer.toUnsignedLong(isPng ? bytes.readInt() : Integer.reverseBytes(bytes.readInt()));
            if (isPng) {
                name = name(bytes);
            }
            if (name.equals(wanted)) {
                var chunk = bytes.readNBytes((int) Math.min(length, MOST_BYTES));
                return inExif(ByteBuffer.wrap(chunk, startOfExif(chunk), chunk.length - startOfExif(chunk))
                        .slice());
            }
            bytes.skipNBytes(length + (isPng ? 4 : length % 2));
        }
    }

    /// Some programs put the JPEG's head before it there too.
    private static int startOfExif(byte[] chunk) {
        return startsWith(chunk, EXIF_HEAD) ? EXIF_HEAD.length : 0;
    }

    private static String name(InputStream bytes) throws IOException {
        var name = bytes.readNBytes(4);
        if (name.length < 4) {
            throw new EOFException();
        }
        return new String(name, US_ASCII);
    }

    private static int inExif(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var start = Integer.toUnsignedLong(tiff.getInt(4));
        if (start + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        var entries = Math.min(MOST_ENTRIES, Short.toUnsignedInt(tiff.getShort((int) start)));
        for (var i = 0; i < entries; i++) {
            var entry = (int) start + 2 + i * ENTRY;
            if (entry + ENTRY > tiff.limit()) {
                return UPRIGHT;
            }
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                var value = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static boolean startsWith(byte[] bytes, byte[] head) {
        return bytes.length >= head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }

    /// Whether width and height change places.
    static boolean isOnItsSide(int orientation) {
        return orientation >= 5;
    }

    /// What puts a picture of this size, as the camera took it, upright.
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
