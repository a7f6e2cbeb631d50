package id.laporpustaka.simulator.phone;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/// Made-up pictures of library life, painted when asked for; always the same for the same name.
final class SamplePictures {
    static final List<String> NAMES = List.of("rak-buku", "membaca-bersama", "pelatihan", "kebun");
    private static final int WIDTH = 960;
    private static final int HEIGHT = 720;

    private SamplePictures() {}

    /// A JPEG.
    static byte[] get(String name) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        switch (name) {
            case "rak-buku" -> paintShelves(graphics);
            case "membaca-bersama" -> paintReaders(graphics);
            case "pelatihan" -> paintTraining(graphics);
            case "kebun" -> paintGarden(graphics);
            default -> throw ControlProblem.notFound("the sample pictures are " + NAMES);
        }
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void paintShelves(Graphics2D g) {
        fill(g, new Color(0xF2E3C9), new Color(0xD9BF94));
        var random = new Random(7);
        for (int shelf = 0; shelf < 4; shelf++) {
            int floor = 170 + shelf * 170;
            for (int x = 40; x < WIDTH - 60; ) {
                int width = 18 + random.nextInt(26);
                int height = 90 + random.nextInt(45);
                g.setColor(Color.getHSBColor(random.nextFloat(), 0.45f, 0.55f + random.nextFloat() * 0.35f));
                g.fillRoundRect(x, floor - height, width, height, 5, 5);
                g.setColor(new Color(255, 255, 255, 120));
                g.fillRect(x + 4, floor - height + 14, width - 8, 6);
                x += width + (random.nextInt(9) == 0 ? 40 : 2);
            }
            g.setColor(new Color(0x7A5230));
            g.fillRect(20, floor, WIDTH - 40, 16);
        }
    }

    private static void paintReaders(Graphics2D g) {
        fill(g, new Color(0xBFE3F2), new Color(0xF7F3E3));
        g.setColor(new Color(0xB5793F));
        g.fillOval(60, 470, WIDTH - 120, 220);
        int[] skins = {0x8D5B3A, 0xA9714B, 0x7B4A2D, 0xB98258, 0x99623D};
        int[] shirts = {0xD9534F, 0x2E86AB, 0x3C9D5D, 0xF0A202, 0x7D5BA6};
        for (int i = 0; i < 5; i++) {
            paintPerson(g, 130 + i * 170, 330 + (i % 2) * 40, new Color(skins[i]), new Color(shirts[i]));
            g.setColor(Color.WHITE);
            g.fillPolygon(
                    new int[] {90 + i * 170, 130 + i * 170, 130 + i * 170, 90 + i * 170},
                    new int[] {500, 515, 560, 545},
                    4);
            g.fillPolygon(
                    new int[] {170 + i * 170, 130 + i * 170, 130 + i * 170, 170 + i * 170},
                    new int[] {500, 515, 560, 545},
                    4);
        }
    }

    private static void paintTraining(Graphics2D g) {
        fill(g, new Color(0xEDE7F6), new Color(0xCFC6E3));
        g.setColor(new Color(0x2F4858));
        g.fillRoundRect(230, 60, 500, 280, 18, 18);
        g.setColor(new Color(0xF5F7FA));
        g.fillRoundRect(246, 76, 468, 248, 10, 10);
        g.setColor(new Color(0x2E86AB));
        int[] bars = {70, 120, 95, 160, 190};
        for (int i = 0; i < bars.length; i++) {
            g.fillRect(300 + i * 78, 300 - bars[i], 44, bars[i]);
        }
        int[] shirts = {0xF0A202, 0x3C9D5D, 0xD9534F, 0x2E86AB};
        for (int i = 0; i < 4; i++) {
            paintPerson(g, 170 + i * 205, 420, new Color(0x8D5B3A), new Color(shirts[i]));
            g.setColor(new Color(0x4B5563));
            g.fillRoundRect(115 + i * 205, 560, 110, 70, 8, 8);
        }
    }

    private static void paintGarden(Graphics2D g) {
        fill(g, new Color(0xA7D8F0), new Color(0xE9F5D0));
        g.setColor(new Color(0xFFD55A));
        g.fillOval(760, 50, 120, 120);
        g.setColor(new Color(0x6B4A2B));
        g.fillRect(0, 520, WIDTH, 200);
        var random = new Random(3);
        g.setStroke(new BasicStroke(6));
        for (int i = 0; i < 26; i++) {
            int x = 40 + i * 35;
            int height = 60 + random.nextInt(150);
            g.setColor(new Color(0x2F7D3B));
            g.drawLine(x, 540, x, 540 - height);
            g.fillOval(x - 22, 520 - height, 44, 30);
            g.setColor(Color.getHSBColor(random.nextFloat() * 0.15f, 0.8f, 0.95f));
            g.fillOval(x - 10, 505 - height, 22, 22);
        }
    }

    private static void paintPerson(Graphics2D g, int x, int y, Color skin, Color shirt) {
        g.setColor(shirt);
        g.fillRoundRect(x - 55, y + 55, 110, 150, 60, 60);
        g.setColor(skin);
        g.fillOval(x - 38, y - 20, 76, 84);
        g.setColor(new Color(0x2B1D14));
        g.fillArc(x - 42, y - 30, 84, 80, 0, 180);
    }

    private static void fill(Graphics2D g, Color top, Color bottom) {
        g.setPaint(new GradientPaint(0, 0, top, 0, HEIGHT, bottom));
        g.fillRect(0, 0, WIDTH, HEIGHT);
    }
}
