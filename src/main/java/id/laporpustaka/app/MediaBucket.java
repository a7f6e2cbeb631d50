package id.laporpustaka.app;

import id.laporpustaka.submission.media.BucketStore;

/// A bucket that takes files, with what it is opened with.
public record MediaBucket(BucketStore.Place place, Secret accessKey, Secret secretKey) {}
