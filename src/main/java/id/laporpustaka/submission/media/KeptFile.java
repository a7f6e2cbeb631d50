package id.laporpustaka.submission.media;

import java.util.Optional;

/// A file and what has become of it.
///
/// @param reason why it is lost or refused
/// @param content empty unless it is stored
public record KeptFile(long id, MediaState state, Optional<MediaReason> reason, Optional<Content> content) {

    /// What is in the store.
    ///
    /// @param contentType by its bytes
    /// @param size in bytes
    /// @param picture empty for what is no picture
    public record Content(String key, String contentType, long size, Optional<Picture> picture) {
        /// With which a file of this kind may be named, without a dot.
        public String extension() {
            return FileKind.ofContentType(contentType).map(FileKind::extension).orElse("bin");
        }
    }

    /// Of what is a picture.
    ///
    /// @param thumbnailKey of a JPEG of at most 480 pixels a side
    /// @param look see [Look]
    public record Picture(String thumbnailKey, int width, int height, long look) {}
}
