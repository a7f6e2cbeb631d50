package id.laporpustaka.intake;

import id.laporpustaka.conversation.Conversation;
import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.summary.score.ReceiptScores;
import id.laporpustaka.texts.Texts;
import java.time.Clock;

/// What handling a batch needs beside the database; all of it safe to use from all threads.
record IntakeParts(
        Conversation conversation,
        FormCatalogue forms,
        Texts texts,
        UpdateParser parser,
        StateJson states,
        DraftJson drafts,
        JobJson jobs,
        ReceiptScores scores,
        Secrets secrets,
        Clock clock,
        IntakeSettings settings) {}
