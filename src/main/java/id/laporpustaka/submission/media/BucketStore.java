package id.laporpustaka.submission.media;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A store in a bucket of Amazon S3, or of anything else that speaks S3. The bucket is addressed by path, as
/// servers of one's own want it, and checksums are sent only where they are required, as many do not know the
/// newer ones.
public final class BucketStore implements MediaStore {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration SILENT_FOR = Duration.ofSeconds(30);
    private static final int FIRST_SERVER_ERROR = 500;
    private static final String TRIAL = "trial";

    private final S3Client client;
    private final Place place;

    /// Where the bucket is.
    ///
    /// @param folder what every key begins with; may be empty
    /// @param endpoint empty: Amazon's own of the region
    public record Place(String bucket, String folder, Optional<URI> endpoint, String region) {}

    private BucketStore(S3Client client, Place place) {
        this.client = client;
        this.place = place;
    }

    /// Nothing is asked yet.
    public static BucketStore of(Place place, String accessKey, String secretKey) {
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_WITHIN)
                        .socketTimeout(SILENT_FOR))
                .region(Region.of(place.region()))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
        place.endpoint().ifPresent(builder::endpointOverride);
        return new BucketStore(builder.build(), place);
    }

    /// Puts something into the bucket and takes it out again.
    ///
    /// @return why the bucket refuses us; empty also while it can't be reached, which may pass
    public Optional<String> findRefusal() {
        try {
            client.putObject(request -> request.bucket(place.bucket()).key(key(TRIAL)), RequestBody.fromString(TRIAL));
            client.deleteObject(request -> request.bucket(place.bucket()).key(key(TRIAL)));
            return Optional.empty();
        } catch (S3Exception e) {
            var details = e.awsErrorDetails();
            return e.statusCode() >= FIRST_SERVER_ERROR
                    ? Optional.empty()
                    : Optional.of(e.statusCode() + (details == null ? "" : " " + details.errorCode()));
        } catch (SdkException _) {
            return Optional.empty();
        }
    }

    @Override
    public void put(String key, Path file, String contentType) throws IOException {
        var size = Files.size(file);
        try {
            client.putObject(
                    request -> request.bucket(place.bucket())
                            .key(key(key))
                            .contentType(contentType)
                            .contentLength(size),
                    file);
        } catch (SdkException e) {
            throw new IOException("The bucket did not take an object: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<Stored> open(String key) throws IOException {
        try {
            var answer =
                    client.getObject(request -> request.bucket(place.bucket()).key(key(key)));
            return Optional.of(new Stored(answer, answer.response().contentLength()));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new IOException("The bucket did not give an object: " + e.getMessage(), e);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        try {
            client.deleteObject(request -> request.bucket(place.bucket()).key(key(key)));
        } catch (SdkException e) {
            throw new IOException("The bucket did not delete an object: " + e.getMessage(), e);
        }
    }

    private String key(String key) {
        return place.folder().isEmpty() ? key : place.folder() + "/" + key;
    }

    @Override
    public void close() {
        client.close();
    }
}
