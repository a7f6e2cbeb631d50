package id.laporpustaka.submission.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.junit.S3ProxyExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/// What every store promises, tried on each kind.
class MediaStoreTest {
    private static final String KEY = "12/34/5612-small";

    @TempDir
    Path folder;

    abstract class AnyStore {
        abstract MediaStore open();

        @Test
        void what_was_put_is_there_byte_for_byte() throws IOException {
            var bytes = new byte[300_000];
            new Random(7).nextBytes(bytes);
            try (var store = open()) {
                store.put(KEY, file(bytes), "image/jpeg");

                assertThat(read(store, KEY)).contains(bytes);
                try (var stored = store.open(KEY).orElseThrow()) {
                    assertThat(stored.size()).isEqualTo(bytes.length);
                }
            }
        }

        @Test
        void what_is_put_takes_the_place_of_what_was_there() throws IOException {
            try (var store = open()) {
                store.put(KEY, file(new byte[] {1, 2, 3}), "image/jpeg");
                store.put(KEY, file(new byte[] {4}), "image/jpeg");

                assertThat(read(store, KEY)).contains(new byte[] {4});
            }
        }

        @Test
        void what_is_not_there_is_not_found_and_can_be_deleted() throws IOException {
            try (var store = open()) {
                store.delete(KEY);

                assertThat(store.open(KEY)).isEmpty();
            }
        }

        @Test
        void what_was_deleted_is_gone_and_the_rest_is_not() throws IOException {
            try (var store = open()) {
                store.put(KEY, file(new byte[] {1}), "image/jpeg");
                store.put("12/34/5612", file(new byte[] {2}), "image/jpeg");

                store.delete(KEY);

                assertThat(store.open(KEY)).isEmpty();
                assertThat(read(store, "12/34/5612")).contains(new byte[] {2});
            }
        }

        @Test
        void what_was_put_is_there_for_another_process() throws IOException {
            try (var one = open()) {
                one.put(KEY, file(new byte[] {1}), "image/jpeg");
            }
            try (var other = open()) {
                assertThat(read(other, KEY)).contains(new byte[] {1});
            }
        }

        @Test
        void whoever_reads_while_others_put_sees_one_of_them_whole() throws Exception {
            try (var store = open();
                    var threads = Executors.newFixedThreadPool(2)) {
                var versions = List.of(filled(1), filled(2));
                store.put(KEY, file(versions.getFirst()), "image/jpeg");
                var putting = versions.stream()
                        .map(version -> threads.submit(() -> {
                            for (var i = 0; i < 10; i++) {
                                store.put(KEY, file(version), "image/jpeg");
                            }
                            return null;
                        }))
                        .toList();

                while (!putting.stream().allMatch(it -> it.isDone())) {
                    assertThat(read(store, KEY))
                            .hasValueSatisfying(
                                    read -> assertThat(versions).anyMatch(version -> Arrays.equals(version, read)));
                }
                for (var it : putting) {
                    it.get();
                }
            }
        }
    }

    @Nested
    class InAFolder extends AnyStore {
        @Override
        MediaStore open() {
            return FolderStore.open(folder.resolve("media"));
        }

        @Test
        void nothing_on_the_way_is_left_behind() throws IOException {
            var temporary = Files.createDirectories(folder.resolve("media/.tmp"));
            var old = Files.write(temporary.resolve("old"), new byte[] {1});
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(100_000)));
            var recent = Files.write(temporary.resolve("recent"), new byte[] {1});

            try (var store = open()) {
                store.put(KEY, file(new byte[] {1}), "image/jpeg");
            }

            assertThat(temporary).isDirectoryContaining(recent::equals).isDirectoryNotContaining(old::equals);
            try (var files = Files.list(temporary)) {
                assertThat(files).hasSize(1);
            }
        }

        @Test
        void no_key_leads_out_of_the_folder() {
            try (var store = open()) {
                for (var key : List.of("../x", "a/../../x", "/etc/x", "", ".tmp/x", "a//b")) {
                    assertThatThrownBy(() -> store.open(key)).isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
    }

    @Nested
    class InABucket extends AnyStore {
        @RegisterExtension
        final S3ProxyExtension server = S3ProxyExtension.builder()
                .withCredentials(AuthenticationType.AWS_V4, "access", "secret")
                .build();

        @Override
        MediaStore open() {
            try (var client = S3Client.builder()
                    .httpClient(UrlConnectionHttpClient.create())
                    .region(Region.of("idn"))
                    .forcePathStyle(true)
                    .endpointOverride(address())
                    .credentialsProvider(
                            StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret")))
                    .build()) {
                client.createBucket(request -> request.bucket("berkas"));
            } catch (BucketAlreadyOwnedByYouException _) {
                // made by the first
            }
            return store("berkas", "lapor", "secret");
        }

        private BucketStore store(String bucket, String prefix, String secret) {
            return BucketStore.of(
                    new BucketStore.Place(bucket, prefix, Optional.of(address()), "idn"), "access", secret);
        }

        private URI address() {
            return Objects.requireNonNull(server.getUri());
        }

        @Test
        void a_bucket_that_takes_us_refuses_nothing() {
            open().close();
            try (var store = store("berkas", "", "secret")) {
                assertThat(store.findRefusal()).isEmpty();
            }
        }

        @Test
        void wrong_keys_and_a_bucket_that_is_not_there_are_said() {
            open().close();
            try (var stranger = store("berkas", "", "guessed");
                    var elsewhere = store("lain", "", "secret")) {
                assertThat(stranger.findRefusal())
                        .hasValueSatisfying(
                                why -> assertThat(why).startsWith("403").doesNotContain("guessed"));
                assertThat(elsewhere.findRefusal())
                        .hasValueSatisfying(why -> assertThat(why).startsWith("404"));
            }
        }

        @Test
        void a_bucket_out_of_reach_refuses_nothing_and_fails_with_what_can_be_tried_again() {
            var nowhere = new BucketStore.Place("berkas", "", Optional.of(URI.create("http://127.0.0.1:1")), "idn");
            try (var store = BucketStore.of(nowhere, "access", "secret")) {
                assertThat(store.findRefusal()).isEmpty();
                assertThatThrownBy(() -> store.open(KEY)).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> store.put(KEY, file(new byte[] {1}), "image/jpeg"))
                        .isInstanceOf(IOException.class)
                        .hasMessageNotContaining("secret");
            }
        }
    }

    private static byte[] filled(int with) {
        var bytes = new byte[50_000];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "", ""), bytes);
    }

    private static Optional<byte[]> read(MediaStore store, String key) throws IOException {
        var opened = store.open(key);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (var stored = opened.get()) {
            return Optional.of(stored.bytes().readAllBytes());
        }
    }
}
