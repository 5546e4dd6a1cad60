using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>The capacity mode as requests and descriptions have it.</summary>
/// <param name="StreamMode">PROVISIONED or ON_DEMAND.</param>
internal sealed record StreamModeDetails(string? StreamMode)
{
    /// <summary>Checks the mode of a request.</summary>
    public static void Validate(ref Validation validation, StreamModeDetails? details)
    {
        if (details is not null)
        {
            validation.Required("streamModeDetails.streamMode", details.StreamMode);
            validation.OneOf(
                "streamModeDetails.streamMode",
                details.StreamMode,
                StreamMetadata.Provisioned,
                StreamMetadata.OnDemand);
        }
    }
}

/// <summary>The rules of the capacity modes.</summary>
internal static class StreamMode
{
    /// <exception cref="AwsException">ValidationException, when the stream is an on-demand one.</exception>
    public static void EnsureProvisioned(string operation, StreamMetadata metadata)
    {
        if (metadata.IsOnDemand)
        {
            throw KinesisErrors.WrongMode(operation, "provisioned", metadata.Name);
        }
    }

    /// <exception cref="AwsException">ValidationException, when the stream is a provisioned one.</exception>
    public static void EnsureOnDemand(string operation, StreamMetadata metadata)
    {
        if (!metadata.IsOnDemand)
        {
            throw KinesisErrors.WrongMode(operation, "on-demand", metadata.Name);
        }
    }
}
