package id.laporpustaka.web;

import java.util.List;

/// A map on which each region is a tile of the same size: provinces about where they lie, the regencies of a
/// province in the order of their codes. There is no free geometry of today's provinces and regencies.
///
/// @param what its shades tell
/// @param measures to choose from
/// @param width of all tiles, in the units of [Tile]; likewise `height`
/// @param steps what each shade stands for, the lightest first
record TileMap(
        String what,
        List<SummaryView.Choice> measures,
        List<Tile> tiles,
        int width,
        int height,
        int tileWidth,
        int tileHeight,
        List<Step> steps) {
    /// @param shade 0 for nothing to tell, else 1 to 5
    /// @param title its whole name and value
    /// @param address where it is shown by itself; empty for nowhere
    record Tile(int x, int y, String label, String value, String title, int shade, String address) {}

    record Step(int shade, String label) {}
}
