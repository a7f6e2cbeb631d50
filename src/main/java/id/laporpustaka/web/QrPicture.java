package id.laporpustaka.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// A text as a QR code, to be drawn as a path within a square.
///
/// @param size the length of the square's sides, with the quiet zone around the code
/// @param path as in the attribute `d` of an SVG path
record QrPicture(int size, String path) {
    private static final int QUIET_ZONE = 4;

    static QrPicture of(String text) {
        try {
            var hints =
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_ZONE);
            var modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
            var path = new StringBuilder();
            for (var y = 0; y < modules.getHeight(); y++) {
                for (var x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrPicture(modules.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("This text does not fit into a QR code", e);
        }
    }
}
