package id.laporpustaka.web;

import java.util.List;
import java.util.Map;

/// All that the form of a library shows, for a new one and for one that is changed.
///
/// @param action where the form is sent
/// @param here the page itself, for looking for a village; without the language
/// @param back where to go without changing anything
/// @param search what was typed to find a village
/// @param places those that were found, each with the address at which it is chosen
/// @param noPlace says that none was found; empty otherwise
/// @param place the chosen one; empty if none is, and then there is only the search
/// @param problems by the name of the field; the empty name stands for the form as a whole
/// @param similar libraries in the same place with a similar name, to be looked at first
/// @param confirmed what the box says that has to be ticked then
/// @param read how the library was when this form was opened
record LibraryFormView(
        String title,
        String action,
        String here,
        String back,
        String search,
        List<Place> places,
        String noPlace,
        String place,
        String region,
        String name,
        List<Option> types,
        List<Option> schemes,
        String npp,
        Map<String, String> problems,
        List<Place> similar,
        String confirmed,
        String read) {

    record Place(String title, String address) {}

    record Option(String code, String label, boolean chosen) {}

    boolean isWrong(String field) {
        return problems.containsKey(field);
    }

    String problem(String field) {
        return problems.getOrDefault(field, "");
    }
}
