package id.laporpustaka.web;

import java.util.List;

/// What differs between a version of a form and the one before it.
///
/// @param text which versions
record FormComparisonView(String text, List<FormPreviewView.Difference> differences) {}
