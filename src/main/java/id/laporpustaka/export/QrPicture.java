package id.laporpustaka.export;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// A text as a QR code (ISO/IEC 18004), with the quiet zone around it.
public final class QrPicture {
    private static final int QUIET_ZONE = 4;
    private static final int PIXELS_A_MODULE = 12;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private final BitMatrix modules;

    private QrPicture(BitMatrix modules) {
        this.modules = modules;
    }

    /// Makes the code of a text.
    ///
    /// @throws IllegalArgumentException if the text is too long for a QR code
    public static QrPicture of(String text) {
        try {
            var hints =
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_ZONE);
            return new QrPicture(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException("This text does not fit into a QR code", e);
        }
    }

    /// The length of a side, in modules.
    public int size() {
        return modules.getWidth();
    }

    /// The dark modules, as in the attribute `d` of an SVG path within a square of [#size].
    public String path() {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    /// A picture in black and white, large enough to be printed on a sheet of paper.
    public byte[] png() {
        return png(PIXELS_A_MODULE);
    }

    byte[] png(int pixelsAModule) {
        var side = modules.getWidth() * pixelsAModule;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; x++) {
                image.setRGB(x, y, modules.get(x / pixelsAModule, y / pixelsAModule) ? BLACK : WHITE);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
