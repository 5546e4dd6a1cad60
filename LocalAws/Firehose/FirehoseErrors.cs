using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>The errors Firehose's API defines.</summary>
internal static class FirehoseErrors
{
    public static AwsException NotFound(string name) => new ResourceNotFoundException(
        $"Firehose {name} under account {RequestContext.DefaultAccountId} not found.");

    public static AwsException InUse(string name) => new(
        "ResourceInUseException",
        $"Firehose {name} under accountId {RequestContext.DefaultAccountId} already exists");

    public static AwsException InvalidArgument(string message) => new("InvalidArgumentException", message);

    public static AwsException LimitExceeded(string message) => new("LimitExceededException", message);

    /// <summary>Somebody updated the destination since the caller looked at it.</summary>
    public static AwsException StaleVersion(string current, string given) => new(
        "ConcurrentModificationException",
        $"The delivery stream is at version {current}, not {given}. "
        + "Describe it again and use its VersionId to update the destination.");

    /// <summary>Records come from the source only.</summary>
    public static AwsException NotPutTo(string streamType) =>
        InvalidArgument($"This operation is not permitted on {streamType} delivery stream type.");

    /// <summary>An operation was called too often in a second.</summary>
    public static AwsException CallRateExceeded() => new("ThrottlingException", "Rate exceeded");

    /// <summary>A put goes beyond the throughput of the delivery stream.</summary>
    public static AwsException SlowDown() =>
        new("ServiceUnavailableException", "Slow down.", StatusCodes.Status503ServiceUnavailable);

    /// <summary>A record could not be written to disk.</summary>
    public static AwsException NotWritten() =>
        new("InternalFailure", "Internal service failure.", StatusCodes.Status500InternalServerError);

    /// <summary>A feature AWS has and this Firehose does not: refused rather than half obeyed.</summary>
    /// <param name="feature">What was asked for.</param>
    /// <param name="remedy">What to do, as the rest of a sentence.</param>
    public static AwsException NotAvailable(string feature, string remedy) =>
        InvalidArgument($"{feature} is not available in LocalAws; {remedy}.");
}
