package id.laporpustaka.submission.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileSnifferTest {
    @TempDir
    Path folder;

    /// The first bytes, as hexadecimal digits, with words between apostrophes.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "JPEG      | FFD8FFE0 0010 'JFIF'",
                "JPEG      | FFD8FFE1 1234 'Exif'",
                "PNG       | 89 'PNG' 0D0A1A0A 0000000D 'IHDR'",
                "GIF       | 'GIF87a'",
                "GIF       | 'GIF89a'",
                "WEBP      | 'RIFF' 24000000 'WEBPVP8 '",
                "HEIF      | 00000018 'ftypheic' 00000000 'mif1heic'",
                "HEIF      | 00000018 'ftypmif1' 00000000 'mif1heic'",
                "HEIF      | 0000001C 'ftypavif'",
                "MP4       | 00000018 'ftypisom' 00000200 'isomiso2'",
                "MP4       | 00000018 'ftypmp42' 00000000",
                "MP4       | 00000018 'ftypiso5' 00000200",
                "QUICKTIME | 00000014 'ftypqt  ' 20050300",
                "QUICKTIME | 00000008 'wide' 00100000 'mdat'",
                "THREE_GPP | 00000018 'ftyp3gp4'",
                "M4A       | 0000001C 'ftypM4A ' 00000000",
                "WEBM      | 1A45DFA3 9F 42868101 42F78101 42F28104 42F38108 428284 'webm'",
                "OGG       | 'OggS' 0002 0000000000000000 'OpusHead'",
                "MP3       | 'ID3' 03000000000000",
                "MP3       | FFFB9064",
                "MP3       | FFF38064",
                "AAC       | FFF15080",
                "AMR       | '#!AMR' 0A",
                "WAV       | 'RIFF' 24000000 'WAVEfmt '",
                "PDF       | '%PDF-1.7' 0A",
            })
    void a_file_is_known_by_its_first_bytes(FileKind kind, String bytes) throws IOException {
        assertThat(find(head(bytes))).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'<!DOCTYPE html><html><script>alert(1)</script>'",
                "'<html>%PDF-1.7'",
                "'<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>'",
                "'MZ' 90000300",
                "7F 'ELF'",
                "CAFEBABE 00000041",
                "'#!/bin/sh' 0A 'rm -rf /'",
                "'nama,jumlah' 0A",
                "FFFE 6800 7400 6D00 6C00",
                "EFBBBF '<html>'",
                "1A45DFA3 A3 42868101 428288 'matroska'",
                "00000018 'ftypcrx '",
                "'{\\rtf1'",
                "'II' 2A00",
                "00",
            })
    void what_reports_do_not_have_is_nothing(String bytes) throws IOException {
        assertThat(find(head(bytes))).isEmpty();
    }

    @Test
    void an_empty_file_is_nothing() throws IOException {
        assertThat(find(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DOCX, [Content_Types].xml word/document.xml",
        "XLSX, [Content_Types].xml xl/workbook.xml",
        "PPTX, [Content_Types].xml ppt/presentation.xml",
        ", [Content_Types].xml word/document.xml word/vbaProject.bin",
        ", [Content_Types].xml",
        ", word/document.xml",
        ", META-INF/MANIFEST.MF",
        ", AndroidManifest.xml classes.dex",
    })
    void an_archive_is_an_office_document_by_its_parts(FileKind kind, String parts) throws IOException {
        assertThat(find(zip(parts.split(" ", -1)))).isEqualTo(Optional.ofNullable(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "ODT, mimetype=application/vnd.oasis.opendocument.text content.xml",
        "ODS, mimetype=application/vnd.oasis.opendocument.spreadsheet content.xml",
        "ODP, mimetype=application/vnd.oasis.opendocument.presentation content.xml",
        ", mimetype=application/vnd.oasis.opendocument.text Basic/script-lc.xml",
        ", mimetype=application/epub+zip content.xml",
        ", mimetype=text/html content.xml",
    })
    void an_open_document_says_what_it_is(FileKind kind, String parts) throws IOException {
        assertThat(find(zip(parts.split(" ", -1)))).isEqualTo(Optional.ofNullable(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "DOC, WordDocument",
        "XLS, Workbook",
        "PPT, PowerPoint Document",
        ", WordDocument Macros",
        ", Workbook _VBA_PROJECT_CUR",
        ", !_StringPool",
    })
    void an_old_office_document_is_known_by_its_directory(FileKind kind, String names) throws IOException {
        assertThat(find(compound(names.equals("PowerPoint Document") ? new String[] {names} : names.split(" ", -1))))
                .isEqualTo(Optional.ofNullable(kind));
    }

    @Test
    void a_broken_archive_is_nothing() throws IOException {
        var whole = zip("[Content_Types].xml", "word/document.xml");

        assertThat(find(Arrays.copyOf(whole, whole.length / 2))).isEmpty();
    }

    private Optional<FileKind> find(byte[] bytes) throws IOException {
        return FileSniffer.find(Files.write(folder.resolve("file"), bytes));
    }

    private static byte[] head(String described) {
        var bytes = new ByteArrayOutputStream();
        var parts = described.split("'", -1);
        for (var i = 0; i < parts.length; i++) {
            bytes.writeBytes(
                    i % 2 == 1 ? parts[i].getBytes(ISO_8859_1) : HexFormat.of().parseHex(parts[i].replace(" ", "")));
        }
        bytes.writeBytes(new byte[200]);
        return bytes.toByteArray();
    }

    /// @param parts names, perhaps with `=` and a content
    private static byte[] zip(String... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts) {
                var sides = part.split("=", 2);
                zip.putNextEntry(new ZipEntry(sides[0]));
                zip.write(sides[sides.length - 1].getBytes(ISO_8859_1));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /// A header and a sector of the directory.
    private static byte[] compound(String... names) {
        var bytes = new byte[1_024];
        System.arraycopy(HexFormat.of().parseHex("D0CF11E0A1B11AE1"), 0, bytes, 0, 8);
        for (var i = 0; i < names.length; i++) {
            var name = names[i].getBytes(UTF_16LE);
            System.arraycopy(name, 0, bytes, 512 + i * 128, name.length);
            bytes[512 + i * 128 + 64] = (byte) (name.length + 2);
            bytes[512 + i * 128 + 66] = 2;
        }
        return bytes;
    }
}
