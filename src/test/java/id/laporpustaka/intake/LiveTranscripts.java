package id.laporpustaka.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Plays transcripts of several people's chats. A line names who does what (`> Sari: /lapor`) or, in a group, who does
/// it where (`> Sari @ Grup: /ringkasan`); what somebody else reads after it has their name. Lines with `#` are
/// remarks.
final class LiveTranscripts {
    private final LiveChats chats;
    private final Map<String, Happening> happenings = new LinkedHashMap<>();

    LiveTranscripts(LiveChats chats) {
        this.chats = chats;
    }

    /// Something else than a message.
    interface Happening {
        /// What everybody reads after it.
        List<String> happen(String argument) throws InterruptedException;
    }

    /// What lines do that begin with something else.
    LiveTranscripts with(String beginning, Happening happening) {
        happenings.put(beginning, happening);
        return this;
    }

    void check(Path transcript) throws IOException, InterruptedException {
        Transcripts.check(transcript, this::play);
    }

    private List<String> play(List<String> lines) throws InterruptedException {
        var out = new ArrayList<String>();
        for (var line : lines) {
            var other = happenings.entrySet().stream()
                    .filter(happening -> line.startsWith(happening.getKey()))
                    .findFirst();
            if (line.startsWith("#")) {
                out.add(line);
            } else if (other.isPresent()) {
                var argument = line.substring(other.get().getKey().length());
                out.addAll(List.of("", line));
                out.addAll(other.get().getValue().happen(argument));
            } else if (line.startsWith("> ")) {
                out.addAll(List.of("", line));
                out.addAll(say(line.substring(2)));
            }
        }
        return out;
    }

    private List<String> say(String line) throws InterruptedException {
        var parts = line.split(": ", 2);
        var where = parts[0].split(" @ ", 2);
        return where.length == 2
                ? chats.sendIn(chats.telegramId(where[1]), chats.telegramId(where[0]), parts[1])
                : chats.send(chats.telegramId(parts[0]), parts[1]);
    }
}
