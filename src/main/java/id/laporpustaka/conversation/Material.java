package id.laporpustaka.conversation;

import id.laporpustaka.form.MediaFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was sent before it was known which report it is for. The next report that is begun takes it.
///
/// @param photos ten at most
public record Material(Optional<Told> told, List<Shot> photos) {
    private static final int MOST_PHOTOS = 10;
    private static final Material NONE = new Material(Optional.empty(), List.of());

    public Material {
        photos = List.copyOf(photos);
    }

    /// A report told in one message.
    ///
    /// @param on the day of the message in the sender's zone; relative dates are read against it
    public record Told(int messageId, String text, LocalDate on) {}

    public record Shot(int messageId, MediaFile file) {

        Input.Media sent() {
            return new Input.Media(
                    messageId, Input.Kind.PHOTO, file, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    public static Material none() {
        return NONE;
    }

    public boolean isEmpty() {
        return told.isEmpty() && photos.isEmpty();
    }

    Material withoutTold() {
        return new Material(Optional.empty(), photos);
    }

    Material with(Told other) {
        return new Material(Optional.of(other), photos);
    }

    /// A photo that is there already is not added twice.
    Material with(Shot shot) {
        var known = photos.stream()
                .anyMatch(other -> other.file().uniqueId().equals(shot.file().uniqueId()));
        if (known || photos.size() == MOST_PHOTOS) {
            return this;
        }
        var more = new ArrayList<>(photos);
        more.add(shot);
        return new Material(told, more);
    }
}
