package id.laporpustaka.web;

import id.laporpustaka.people.Page;

/// The way through a long list.
///
/// @param text which page it is of how many; empty if there is only one
/// @param earlier the address of the page before; empty on the first
/// @param later the address of the next page; empty on the last
record Pager(String text, String earlier, String later) {
    /// @param parameter the name of the page's number in the address, which has none yet
    static Pager of(Page<?> page, Frame frame, String address, String parameter) {
        var number = page.number();
        return new Pager(
                page.pages() == 1 && number == 0 ? "" : frame.text("directory.page", number + 1, page.pages()),
                number == 0 ? "" : at(frame, address, parameter, Math.min(number, page.pages()) - 1),
                number + 1 < page.pages() ? at(frame, address, parameter, number + 1) : "");
    }

    private static String at(Frame frame, String address, String parameter, int number) {
        return frame.link(Addresses.with(address, parameter, number == 0 ? "" : Integer.toString(number)));
    }
}
