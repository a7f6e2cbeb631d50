package id.laporpustaka.app.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Paints an activity of a library: people before shelves, in a yard or in a hall, under a banner with its title.
final class DemoPictures {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPictures.class);
    private static final int WIDTH = 1_280;
    private static final int HEIGHT = 960;
    private static final int SCENES = 3;
    private static final int BANNER = 150;
    /// Random numbers of seeds that lie beside each other begin alike.
    private static final long MIXED = 0x9E3779B97F4A7C15L;

    private static final int[] SKINS = {0x8D5B3A, 0xA9714B, 0x7B4A2D, 0xB98258, 0x99623D};
    private static final int[] CLOTHES = {0xD9534F, 0x2E86AB, 0x3C9D5D, 0xF0A202, 0x7D5BA6, 0xE07A9B, 0x4F6D7A};
    private static final int[] BANNERS = {0x1F5F8B, 0x2A7F62, 0xA63D40, 0x6A4C93, 0xB56B1C};

    private final Graphics2D canvas;
    private final Random random;

    private DemoPictures(Graphics2D canvas, Random random) {
        this.canvas = canvas;
        this.random = random;
    }

    /// A JPEG, the same for the same title and number.
    static byte[] paint(String title, int number) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        new DemoPictures(canvas, new Random(number * MIXED)).scene(title);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void scene(String title) {
        switch (random.nextInt(SCENES)) {
            case 0 -> shelves();
            case 1 -> yard();
            default -> hall();
        }
        people();
        banner(title);
    }

    private void shelves() {
        sky(0xF4E7CE, 0xDDC49B);
        for (var floor = 330; floor < 800; floor += 155) {
            for (var x = 30; x < WIDTH - 60; ) {
                var width = 20 + random.nextInt(28);
                var height = 80 + random.nextInt(50);
                canvas.setColor(Color.getHSBColor(random.nextFloat(), 0.4f, 0.5f + random.nextFloat() * 0.4f));
                canvas.fillRoundRect(x, floor - height, width, height, 5, 5);
                x += width + (random.nextInt(8) == 0 ? 50 : 3);
            }
            canvas.setColor(new Color(0x7A5230));
            canvas.fillRect(15, floor, WIDTH - 30, 16);
        }
        canvas.setColor(new Color(0xC9A36A));
        canvas.fillRect(0, 800, WIDTH, HEIGHT - 800);
    }

    private void yard() {
        sky(0x9AD0F0, 0xEAF6DA);
        canvas.setColor(new Color(0xFFD55A));
        canvas.fillOval(80 + random.nextInt(WIDTH - 260), 190, 110, 110);
        for (var hill = 0; hill < 3; hill++) {
            canvas.setColor(new Color(0x7FB069 - hill * 0x101810));
            canvas.fillOval(-300 + random.nextInt(900), 420 + hill * 70, 1_300, 700);
        }
        canvas.setColor(new Color(0xD8B98A));
        canvas.fillRect(0, 780, WIDTH, HEIGHT - 780);
        var house = 120 + random.nextInt(700);
        canvas.setColor(new Color(0xFBF3E4));
        canvas.fillRect(house, 440, 340, 340);
        canvas.setColor(new Color(0xB5482F));
        canvas.fillPolygon(new Polygon(new int[] {house - 50, house + 170, house + 390}, new int[] {450, 320, 450}, 3));
        canvas.setColor(new Color(0x6B4A2B));
        canvas.fillRect(house + 130, 600, 80, 180);
    }

    private void hall() {
        sky(0xF1ECF8, 0xD3C9E6);
        canvas.setColor(new Color(0xB9A888));
        canvas.fillRect(0, 760, WIDTH, HEIGHT - 760);
        var left = 200 + random.nextInt(400);
        canvas.setColor(new Color(0x2F4858));
        canvas.fillRoundRect(left, 230, 520, 300, 18, 18);
        canvas.setColor(new Color(0xF5F7FA));
        canvas.fillRoundRect(left + 16, 246, 488, 268, 10, 10);
        canvas.setColor(new Color(CLOTHES[random.nextInt(CLOTHES.length)]));
        canvas.setStroke(new BasicStroke(7));
        var x = left + 50;
        var y = 460;
        for (var i = 0; i < 7; i++) {
            var nextY = 300 + random.nextInt(180);
            canvas.drawLine(x, y, x + 60, nextY);
            x += 60;
            y = nextY;
        }
    }

    private void people() {
        var count = 4 + random.nextInt(4);
        for (var i = 0; i < count; i++) {
            var x = 110 + i * (WIDTH - 220) / Math.max(1, count - 1) + random.nextInt(40) - 20;
            var y = 590 + random.nextInt(90);
            canvas.setColor(color(CLOTHES));
            canvas.fillRoundRect(x - 62, y + 62, 124, 330, 70, 70);
            var veiled = random.nextBoolean();
            canvas.setColor(veiled ? color(CLOTHES) : new Color(0x2B1D14));
            canvas.fillOval(x - 56, y - 44, 112, veiled ? 150 : 96);
            canvas.setColor(color(SKINS));
            canvas.fillOval(x - 40, y - 22, 80, 92);
            canvas.setColor(new Color(0x2B1D14));
            canvas.fillOval(x - 20, y + 12, 9, 9);
            canvas.fillOval(x + 11, y + 12, 9, 9);
            canvas.setStroke(new BasicStroke(4));
            canvas.drawArc(x - 16, y + 22, 32, 24, 200, 140);
            if (random.nextInt(3) > 0) {
                book(x, y + 150);
            }
        }
    }

    private void book(int x, int y) {
        canvas.setColor(Color.WHITE);
        canvas.fillPolygon(new int[] {x - 58, x, x, x - 58}, new int[] {y, y + 16, y + 82, y + 66}, 4);
        canvas.fillPolygon(new int[] {x + 58, x, x, x + 58}, new int[] {y, y + 16, y + 82, y + 66}, 4);
        canvas.setColor(new Color(0x9AA5B1));
        canvas.drawLine(x, y + 16, x, y + 82);
    }

    private void banner(String title) {
        canvas.setColor(color(BANNERS));
        canvas.fillRect(70, 30, WIDTH - 140, BANNER);
        canvas.setColor(Color.WHITE);
        canvas.setStroke(new BasicStroke(4));
        canvas.drawRect(82, 42, WIDTH - 164, BANNER - 24);
        try {
            var font = new Font(Font.SANS_SERIF, Font.BOLD, 52);
            var width = canvas.getFontMetrics(font).stringWidth(title);
            var fitting = font.deriveFont(Math.min(52f, 52f * (WIDTH - 220) / Math.max(1, width)));
            canvas.setFont(fitting);
            var metrics = canvas.getFontMetrics();
            canvas.drawString(
                    title, (WIDTH - metrics.stringWidth(title)) / 2, 30 + BANNER / 2 + metrics.getAscent() / 3);
        } catch (RuntimeException | LinkageError | InternalError e) { // a machine without any font
            LOG.info("The demo's pictures stay without titles: {}", e.toString());
        }
    }

    private Color color(int[] colors) {
        return new Color(colors[random.nextInt(colors.length)]);
    }

    private void sky(int top, int bottom) {
        canvas.setPaint(new GradientPaint(0, 0, new Color(top), 0, HEIGHT, new Color(bottom)));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
    }
}
