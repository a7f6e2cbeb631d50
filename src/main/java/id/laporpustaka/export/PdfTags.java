package id.laporpustaka.export;

import java.io.IOException;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/// What the parts of a document are, for people who have it read out (ISO 32000-1, 14.7). Each part that is
/// rendered brings a tree of its own, which counts from 0; here they become one.
final class PdfTags {
    private final PDStructureTreeRoot all = new PDStructureTreeRoot();
    private final COSArray kids = new COSArray();
    private final TreeMap<Integer, COSBase> parents = new TreeMap<>();

    /// Takes the tree of what has been rendered last.
    ///
    /// @param firstPage of what has been rendered
    void take(PDDocument document, int firstPage) throws IOException {
        var catalog = document.getDocumentCatalog();
        var tree = catalog.getStructureTreeRoot();
        if (tree == null) {
            return;
        }
        catalog.setStructureTreeRoot(null);
        all.getCOSObject().setItem(COSName.ROLE_MAP, tree.getCOSObject().getItem(COSName.ROLE_MAP));
        adopt(tree.getK());
        var shift = parents.isEmpty() ? 0 : parents.lastKey() + 1;
        var numbers = tree.getCOSObject().getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
        for (var place = 0; place + 1 < numbers.size(); place += 2) {
            parents.put(shift + numbers.getInt(place), numbers.get(place + 1));
        }
        for (var number = firstPage; number < document.getNumberOfPages(); number++) {
            var page = document.getPage(number);
            shift(page.getCOSObject(), COSName.STRUCT_PARENTS, shift);
            for (var annotation : page.getAnnotations()) {
                shift(annotation.getCOSObject(), COSName.STRUCT_PARENT, shift);
            }
        }
    }

    private void adopt(COSBase kid) {
        switch (kid) {
            case COSArray several -> several.forEach(this::adopt);
            case COSDictionary element -> {
                element.setItem(COSName.P, all.getCOSObject());
                kids.add(element);
            }
            default -> throw new IllegalStateException("A tree of tags begins with elements");
        }
    }

    private static void shift(COSDictionary dictionary, COSName key, int by) {
        if (dictionary.containsKey(key)) {
            dictionary.setInt(key, dictionary.getInt(key) + by);
        }
    }

    void addTo(PDDocument document) {
        var numbers = new COSArray();
        parents.forEach((number, parent) -> {
            numbers.add(COSInteger.get(number));
            numbers.add(parent);
        });
        var tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        all.getCOSObject().setItem(COSName.K, kids);
        all.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        all.setParentTreeNextKey(parents.size());
        var catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(all);
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
    }
}
