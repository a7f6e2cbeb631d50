package id.laporpustaka.web;

import java.util.List;

/// All that the page of the OpenRosa server shows, worded and formatted.
///
/// @param again whether there is anything to be tried again
record OpenRosaView(String notice, List<Server> servers, List<Row> setAside, boolean again) {

    /// How it stands with one server.
    record Server(String address, String state, boolean bad, String arrived, String waiting, String setAside) {}

    /// A report that was set aside.
    record Row(String number, String address, String why, String when) {}
}
