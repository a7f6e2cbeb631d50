package id.laporpustaka.outbox;

import java.util.List;

/// Files that Telegram has already, sent by their ids without bringing them again: one, or several that people see
/// together.
///
/// @param items 1 to 10, whose kinds [go together][Kind#goesWith]; they arrive in this order
/// @param instead HTML for the person if Telegram refuses them: that they could not be sent
public record Album(List<Item> items, String instead) {
    /// Telegram Bot API, sendMediaGroup.
    public static final int MOST_ITEMS = 10;

    public Album {
        items = List.copyOf(items);
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw new IllegalArgumentException("An album has 1 to 10 items, not " + items.size());
        }
        var kind = items.getFirst().kind();
        if (items.size() > 1 && !items.stream().map(Item::kind).allMatch(kind::goesWith)) {
            throw new IllegalArgumentException(
                    "No album for Telegram: " + items.stream().map(Item::kind).toList());
        }
    }

    /// What Telegram takes a file for, which it decides when the file is sent to it first: a picture that somebody
    /// has sent as a file is a document.
    public enum Kind {
        PHOTO,
        VIDEO,
        DOCUMENT,
        AUDIO,
        /// A voice message.
        VOICE;

        /// Whether Telegram lets the two be in one album.
        public boolean goesWith(Kind other) {
            return switch (this) {
                case PHOTO, VIDEO -> other == PHOTO || other == VIDEO;
                case DOCUMENT, AUDIO -> other == this;
                case VOICE -> false;
            };
        }
    }

    /// One file.
    ///
    /// @param fileId as Telegram has named it to this bot
    public record Item(Kind kind, String fileId) {
        public Item {
            if (fileId.isBlank()) {
                throw new IllegalArgumentException("A file without an id");
            }
        }
    }

    /// Whether people see several items together; Telegram has no buttons under such.
    public boolean isGroup() {
        return items.size() > 1;
    }

    /// The same files, for when they turn out to be of another kind.
    public Album asDocuments() {
        return new Album(
                items.stream()
                        .map(item -> new Item(Kind.DOCUMENT, item.fileId()))
                        .toList(),
                instead);
    }
}
