package id.laporpustaka.submission.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a file is by its bytes, whatever its sender or its name says. Only what reports may have is known;
/// everything else, such as HTML, SVG and programs, is nothing.
final class FileSniffer {
    private static final int HEAD = 4_096;
    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1", "avif", "avis");
    private static final Set<String> SOUND_BRANDS = Set.of("M4A ", "M4B ", "M4P ");
    private static final Set<String> FILM_BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "avc1", "M4V ",
            "M4VH", "M4VP", "dash", "MSNV", "mmp4", "f4v ", "XAVC", "NDSC");
    /// What QuickTime films from before there was a brand may begin with.
    private static final Set<String> QUICKTIME_ATOMS = Set.of("moov", "wide", "mdat", "free", "skip", "pnot");

    private FileSniffer() {}

    static Optional<FileKind> find(Path file) throws IOException {
        byte[] head;
        try (var bytes = Files.newInputStream(file)) {
            head = bytes.readNBytes(HEAD);
        }
        var text = new String(head, ISO_8859_1);
        if (text.startsWith("PK\3\4")) {
            return OfficeFiles.findInZip(file);
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return OfficeFiles.findInCompound(file);
        }
        return Optional.ofNullable(
                switch (text) {
                    case String it when it.startsWith("\u00FF\u00D8\u00FF") -> FileKind.JPEG;
                    case String it when it.startsWith("\u0089PNG\r\n\u001A\n") -> FileKind.PNG;
                    case String it when it.startsWith("GIF87a") || it.startsWith("GIF89a") -> FileKind.GIF;
                    case String it when isRiff(it, "WEBP") -> FileKind.WEBP;
                    case String it when isRiff(it, "WAVE") -> FileKind.WAV;
                    case String it when it.startsWith("ftyp", 4) && it.length() >= 12 -> ofBrand(it.substring(8, 12));
                    case String it
                    when it.length() >= 8 && QUICKTIME_ATOMS.contains(it.substring(4, 8)) -> FileKind.QUICKTIME;
                    case String it when it.startsWith("\u001AE\u00DF\u00A3") && isWebm(it) -> FileKind.WEBM;
                    case String it when it.startsWith("OggS") -> FileKind.OGG;
                    case String it when it.startsWith("#!AMR") -> FileKind.AMR;
                    case String it when it.startsWith("%PDF-") -> FileKind.PDF;
                    case String it when it.startsWith("ID3") || isFrame(head, 1) -> FileKind.MP3;
                    case String _ when isFrame(head, 0) -> FileKind.AAC;
                    default -> null;
                });
    }

    private static boolean isRiff(String text, String form) {
        return text.startsWith("RIFF") && text.startsWith(form, 8);
    }

    /// The main brand of an ISO base media file (ISO/IEC 14496-12, 4.3).
    private static @Nullable FileKind ofBrand(String brand) {
        if (HEIF_BRANDS.contains(brand)) {
            return FileKind.HEIF;
        }
        if (SOUND_BRANDS.contains(brand)) {
            return FileKind.M4A;
        }
        if (brand.startsWith("3g")) {
            return FileKind.THREE_GPP;
        }
        if (brand.equals("qt  ")) {
            return FileKind.QUICKTIME;
        }
        return FILM_BRANDS.contains(brand) ? FileKind.MP4 : null;
    }

    /// Whether the document type of an EBML file is WebM; Matroska, from which it comes, is played by no browser.
    private static boolean isWebm(String text) {
        return text.substring(0, Math.min(text.length(), 100)).contains("webm");
    }

    /// The beginning of a frame of MPEG audio (ISO/IEC 11172-3, 2.4.1.3): of layer III, or, with layer 0, of AAC.
    private static boolean isFrame(byte[] head, int layer) {
        if (head.length < 4 || head[0] != (byte) 0xFF || (head[1] & 0xE0) != 0xE0 || (head[1] >> 1 & 3) != layer) {
            return false;
        }
        if (layer == 0) {
            return (head[1] & 0xF0) == 0xF0 && (head[2] >> 2 & 15) < 13;
        }
        var bitRate = head[2] >> 4 & 15;
        return (head[1] >> 3 & 3) != 1 && bitRate != 0 && bitRate != 15 && (head[2] >> 2 & 3) != 3;
    }
}
