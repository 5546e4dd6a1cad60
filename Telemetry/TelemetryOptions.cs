namespace TelemetryAspire.Telemetry;

/// <summary>The names of everything one reading passes through, and how it is read. Section <c>Telemetry</c>.</summary>
/// <remarks>
/// Every process of the pipeline binds the same section, so a name is set once and means the same everywhere.
/// </remarks>
public sealed class TelemetryOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string SectionName = "Telemetry";

    /// <summary>The Kinesis data stream devices produce to: 1 to 128 of <c>a-z A-Z 0-9 _ . -</c>.</summary>
    /// <value>The default is <c>KinesisTimestreamEvents</c>.</value>
    public string StreamName { get; set; } = "KinesisTimestreamEvents";

    /// <summary>The Timestream database: 3 to 256 of <c>a-z A-Z 0-9 _ . -</c>.</summary>
    /// <value>The default is <c>TimestreamDB</c>.</value>
    public string DatabaseName { get; set; } = "TimestreamDB";

    /// <summary>The Timestream table: 3 to 256 of <c>a-z A-Z 0-9 _ . -</c>.</summary>
    /// <value>The default is <c>TimestreamTable</c>.</value>
    public string TableName { get; set; } = "TimestreamTable";

    /// <summary>The Firehose delivery stream that fills the lake: 1 to 64 of <c>a-z A-Z 0-9 _ . -</c>.</summary>
    /// <value>The default is <c>telemetry-to-lake</c>.</value>
    public string DeliveryStreamName { get; set; } = "telemetry-to-lake";

    /// <summary>The S3 bucket of the lake: 3 to 63 of <c>a-z 0-9 . -</c>.</summary>
    /// <value>The default is <c>telemetry-lake</c>.</value>
    public string BucketName { get; set; } = "telemetry-lake";

    /// <summary>How the bytes of a record become a reading.</summary>
    /// <value>The default is the wire contract: see <see cref="MappingOptions"/>.</value>
    public MappingOptions Mapping { get; set; } = new();

    /// <summary>What happens to a reading whose device's clock is ahead.</summary>
    public ClockOptions Clock { get; set; } = new();
}
