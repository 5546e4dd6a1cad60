namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>What to do with a record, given the row that has its identity.</summary>
internal enum VersionDecision
{
    Store,
    Overwrite,

    /// <summary>The same version with the same value: accepted, and nothing to do.</summary>
    AlreadyStored,

    RejectEqualVersion,
    RejectLowerVersion,
}

/// <summary>Timestream's upsert rule. Source: developer guide, "Writes", and RejectedRecord of the API reference.</summary>
internal static class VersionRule
{
    /// <param name="existingVersion">The stored row's version; null when there is no row.</param>
    /// <param name="version">The record's version.</param>
    /// <param name="sameValue">Whether the record's value equals the row's.</param>
    public static VersionDecision Decide(long? existingVersion, long version, bool sameValue) => existingVersion switch
    {
        null => VersionDecision.Store,
        { } existing when version > existing => VersionDecision.Overwrite,
        { } existing when version < existing => VersionDecision.RejectLowerVersion,
        _ => sameValue ? VersionDecision.AlreadyStored : VersionDecision.RejectEqualVersion,
    };

    /// <summary>The rejection of a decision that rejects, in the service's words.</summary>
    public static RecordRejection Rejection(VersionDecision decision, int index, long version, long existingVersion) =>
        new(
            index,
            decision is VersionDecision.RejectEqualVersion
                ? "A record already exists with the same time, dimensions, measure name, and record version. A higher "
                    + "record version must be specified in order to update the measure value. Specifying record version "
                    + "is supported by the latest SDKs."
                : $"The record version {version} is lower than the existing version {existingVersion}. A higher version "
                    + "is required to update the measure value.",
            existingVersion);
}
