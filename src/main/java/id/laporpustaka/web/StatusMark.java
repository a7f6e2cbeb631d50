package id.laporpustaka.web;

import id.laporpustaka.submission.Status;
import java.util.Locale;

/// Where a report stands, as a word with a colour.
///
/// @param look a class of the style sheet
record StatusMark(String label, String look) {
    static StatusMark of(Status status, Frame frame) {
        return new StatusMark(
                frame.text("report.status." + status.name().toLowerCase(Locale.ROOT)),
                switch (status) {
                    case VERIFIED -> "state on";
                    case NEEDS_CORRECTION -> "state off";
                    case REJECTED -> "state refused";
                    case SENT -> "state new";
                    case WAITING, WITHDRAWN, MERGED -> "state";
                });
    }
}
