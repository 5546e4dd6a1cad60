using TelemetryAspire.LocalAws.Firehose.Prefixes;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>How a delivery stream collects and writes, from a destination that was checked.</summary>
internal sealed record DeliverySettings
{
    /// <summary>The bucket's name.</summary>
    public required string Bucket { get; init; }

    /// <summary>An object is due when this many bytes are collected, before compression.</summary>
    public required long BufferBytes { get; init; }

    /// <summary>An object is due when its oldest record has waited this long.</summary>
    public required TimeSpan BufferInterval { get; init; }

    /// <summary>Names the objects.</summary>
    public required ObjectKeyFormat KeyFormat { get; init; }

    /// <summary>Whether objects are compressed with GZIP.</summary>
    public required bool CompressesWithGzip { get; init; }

    /// <summary>What follows every record; may be empty.</summary>
    public required ReadOnlyMemory<byte> Delimiter { get; init; }
}
