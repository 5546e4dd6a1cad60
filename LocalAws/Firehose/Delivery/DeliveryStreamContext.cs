using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>What every delivery stream works with.</summary>
/// <param name="DataDirectory">Where everything is kept.</param>
/// <param name="Delivery">Writes objects.</param>
/// <param name="Kinesis">The streams that may be a source.</param>
/// <param name="Options">The settings.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Lifetime">Stopped when a delivery stream cannot go on.</param>
/// <param name="Logger">Told of deliveries and failures.</param>
internal sealed record DeliveryStreamContext(
    DataDirectory DataDirectory,
    ObjectDelivery Delivery,
    StreamStore Kinesis,
    LocalAwsOptions Options,
    TimeProvider Clock,
    IHostApplicationLifetime Lifetime,
    ILogger<DeliveryStream> Logger)
{
    /// <summary>How many delivery streams an account can have (Firehose: "Quota").</summary>
    public int MaxStreams { get; init; } = 5_000;

    /// <summary>How the logs of records are kept.</summary>
    public RecordLogOptions Logs => DataDirectory.Logs;
}
