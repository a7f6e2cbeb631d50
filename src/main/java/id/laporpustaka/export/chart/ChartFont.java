package id.laporpustaka.export.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The font that the printed documents have too, from its file, so that pictures look alike on every machine.
final class ChartFont {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private static final Font REGULAR = read("DejaVuSansCondensed.ttf");
    private static final Font BOLD = read("DejaVuSansCondensed-Bold.ttf");

    private ChartFont() {}

    static Font regular(int size) {
        return REGULAR.deriveFont((float) size);
    }

    static Font bold(int size) {
        return BOLD.deriveFont((float) size);
    }

    private static Font read(String name) {
        try (var stream = ChartFont.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("No " + name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(name + " is no font", e);
        }
    }
}
