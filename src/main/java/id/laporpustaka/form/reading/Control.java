package id.laporpustaka.form.reading;

/// What a whole message asks for, whatever is being asked at the moment.
public enum Control {
    CANCEL,
    BACK,
    SKIP,
    DONE,
    CHANGE,
    SAVE,
    SEND,
    HELP,
    MENU,
    THANKS,
    GREETING,
    YES,
    NO,
    DO_NOT_KNOW
}
