using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>What every delivery stream works with.</summary>
/// <param name="Delivery">Writes objects.</param>
/// <param name="Kinesis">The streams that may be a source.</param>
/// <param name="Options">The settings.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Logger">Told of deliveries and failures.</param>
internal sealed record DeliveryStreamContext(
    ObjectDelivery Delivery,
    StreamStore Kinesis,
    LocalAwsOptions Options,
    TimeProvider Clock,
    ILogger<DeliveryStream> Logger)
{
    /// <summary>How many delivery streams an account can have (Firehose: "Quota").</summary>
    public int MaxStreams { get; init; } = 5_000;

    /// <summary>When what is taken is on the disk.</summary>
    public FsyncPolicy Fsync => Options.Fsync;
}
