package id.laporpustaka.submission.media;

import java.awt.image.BufferedImage;

/// What a picture looks like, in 64 bits: copies of a picture that were shrunk, saved again or made brighter
/// differ in few of them, different pictures in about half.
///
/// Each bit says whether one of 8 by 8 fields is darker than the one to its right (a "difference hash").
public final class Look {
    /// Two pictures that differ in no more bits than this are most likely copies of one.
    public static final int ALIKE = 10;

    private static final int FIELDS = 8;

    private Look() {}

    static long of(BufferedImage picture) {
        var look = 0L;
        for (var row = 0; row < FIELDS; row++) {
            var left = brightness(picture, 0, row);
            for (var column = 1; column <= FIELDS; column++) {
                var right = brightness(picture, column, row);
                look = look << 1 | (left < right ? 1 : 0);
                left = right;
            }
        }
        return look;
    }

    /// In how many bits two looks differ: 0 to 64.
    public static int difference(long one, long other) {
        return Long.bitCount(one ^ other);
    }

    /// The mean over a field, weighted as the eye does (ITU-R BT.601).
    private static double brightness(BufferedImage picture, int column, int row) {
        var columns = FIELDS + 1;
        var fromX = column * picture.getWidth() / columns;
        var toX = Math.max(fromX + 1, (column + 1) * picture.getWidth() / columns);
        var fromY = row * picture.getHeight() / FIELDS;
        var toY = Math.max(fromY + 1, (row + 1) * picture.getHeight() / FIELDS);
        var sum = 0L;
        for (var y = fromY; y < toY; y++) {
            for (var x = fromX; x < toX; x++) {
                var pixel = picture.getRGB(x, y);
                sum += 299L * (pixel >> 16 & 0xFF) + 587L * (pixel >> 8 & 0xFF) + 114L * (pixel & 0xFF);
            }
        }
        return (double) sum / ((long) (toX - fromX) * (toY - fromY));
    }
}
