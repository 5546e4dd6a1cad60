using TelemetryAspire.LocalAws.Firehose.Prefixes;
using TelemetryAspire.LocalAws.Firehose.Processing;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>How a delivery stream collects and writes, from a destination that was checked.</summary>
internal sealed record DeliverySettings
{
    /// <summary>The bucket's name.</summary>
    public required string Bucket { get; init; }

    /// <summary>An object is due when this many bytes are collected, before compression.</summary>
    public required long BufferBytes { get; init; }

    /// <summary>An object is due when its first record has waited this long.</summary>
    public required TimeSpan BufferInterval { get; init; }

    /// <summary>Names the objects.</summary>
    public required ObjectKeyFormat KeyFormat { get; init; }

    /// <summary>Names the objects of error output.</summary>
    public required ObjectKeyFormat ErrorKeyFormat { get; init; }

    /// <summary>Whether objects are compressed with GZIP.</summary>
    public required bool CompressesWithGzip { get; init; }

    /// <summary>What is done to records before they are collected.</summary>
    public required RecordProcessing Processing { get; init; }
}
