package id.laporpustaka.telegram;

import java.util.List;
import java.util.stream.Collectors;

/// The kinds of updates that we ask for, always by name: left out, the previous setting would go on.
final class AllowedUpdates {
    static final List<String> NAMES = List.of("message", "edited_message", "callback_query", "my_chat_member");
    static final String JSON = NAMES.stream().map(name -> '"' + name + '"').collect(Collectors.joining(",", "[", "]"));

    private AllowedUpdates() {}
}
