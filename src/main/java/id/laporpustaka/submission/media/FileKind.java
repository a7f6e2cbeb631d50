package id.laporpustaka.submission.media;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of files that reports may have.
enum FileKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    /// What iPhones and some other phones take photos in, and AVIF, which is packed in the same way.
    HEIF("image/heif", "heif"),
    MP4("video/mp4", "mp4"),
    QUICKTIME("video/quicktime", "mov"),
    THREE_GPP("video/3gpp", "3gp"),
    WEBM("video/webm", "webm"),
    M4A("audio/mp4", "m4a"),
    MP3("audio/mpeg", "mp3"),
    AAC("audio/aac", "aac"),
    AMR("audio/amr", "amr"),
    OGG("audio/ogg", "ogg"),
    WAV("audio/wav", "wav"),
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    PPT("application/vnd.ms-powerpoint", "ppt");

    private final String contentType;
    private final String extension;

    FileKind(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    String contentType() {
        return contentType;
    }

    /// Without a dot.
    String extension() {
        return extension;
    }

    boolean isPicture() {
        return contentType.startsWith("image/");
    }

    static Optional<FileKind> ofContentType(String contentType) {
        return Arrays.stream(values())
                .filter(kind -> kind.contentType.equals(contentType))
                .findFirst();
    }
}
