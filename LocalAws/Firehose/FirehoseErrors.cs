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

    /// <summary>A feature AWS has and this Firehose does not: refused rather than half obeyed.</summary>
    public static AwsException NotAvailable(string feature) =>
        InvalidArgument($"{feature} is not available in LocalAws.");
}
