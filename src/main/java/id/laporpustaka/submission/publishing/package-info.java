/// How a form that an admin uploads becomes a version that everybody is asked: checked, tried, published, retired.
/// Start at [FormPublisher]; [VersionRules] is what a new version may not do to the reports of the old ones.
@NullMarked
package id.laporpustaka.submission.publishing;

import org.jspecify.annotations.NullMarked;
