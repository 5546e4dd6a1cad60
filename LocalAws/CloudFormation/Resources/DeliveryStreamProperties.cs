using System.Text.Json.Nodes;
using static TelemetryAspire.LocalAws.CloudFormation.Resources.PropertyType;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>The structures in the properties of a delivery stream.</summary>
internal static class DeliveryStreamProperties
{
    public static readonly PropertyType DirectPutSource = Structure(("ThroughputHintInMBs", Whole));

    public static readonly PropertyType KinesisSource = Structure(("KinesisStreamARN", Text), ("RoleARN", Text));

    public static readonly PropertyType Encryption = Structure(("KeyARN", Text), ("KeyType", Text));

    private static readonly (string Name, PropertyType Type)[] Common =
    [
        ("BucketARN", Text),
        ("RoleARN", Text),
        ("Prefix", Text),
        ("ErrorOutputPrefix", Text),
        ("CompressionFormat", Text),
        ("BufferingHints", Structure(("IntervalInSeconds", Whole), ("SizeInMBs", Whole))),
        ("CloudWatchLoggingOptions", Structure(("Enabled", Flag), ("LogGroupName", Text), ("LogStreamName", Text))),
        ("EncryptionConfiguration", Structure(
            ("KMSEncryptionConfig", Structure(("AWSKMSKeyARN", Text))), ("NoEncryptionConfig", Text))),
    ];

    public static readonly PropertyType Destination = Structure(Common);

    public static readonly PropertyType ExtendedDestination = Structure(
    [
        .. Common,
        ("CustomTimeZone", Text),
        ("FileExtension", Text),
        ("S3BackupMode", Text),
        ("S3BackupConfiguration", Destination),
        ("ProcessingConfiguration", Structure(
            ("Enabled", Flag),
            ("Processors", ListOf(Structure(
                ("Type", Text),
                ("Parameters", ListOf(Structure(("ParameterName", Text), ("ParameterValue", Text))))))))),
        // Passed on as it is: Firehose refuses either one when it is switched on.
        ("DataFormatConversionConfiguration", Any),
        ("DynamicPartitioningConfiguration", Structure(
            ("Enabled", Flag), ("RetryOptions", Structure(("DurationInSeconds", Whole))))),
    ]);

    /// <summary>A destination with the defaults of CreateDeliveryStream written out.</summary>
    public static JsonObject WithDefaults(JsonObject destination, bool isExtended)
    {
        var complete = new JsonObject
        {
            ["Prefix"] = "",
            ["ErrorOutputPrefix"] = "",
            ["CompressionFormat"] = "UNCOMPRESSED",
            ["BufferingHints"] = new JsonObject { ["SizeInMBs"] = 5, ["IntervalInSeconds"] = 300 },
            ["CloudWatchLoggingOptions"] = new JsonObject { ["Enabled"] = false },
            ["EncryptionConfiguration"] = new JsonObject { ["NoEncryptionConfig"] = "NoEncryption" },
        };
        if (isExtended)
        {
            complete["CustomTimeZone"] = "UTC";
            complete["FileExtension"] = "";
            complete["S3BackupMode"] = "Disabled";
            complete["ProcessingConfiguration"] = new JsonObject { ["Enabled"] = false };
        }

        foreach (var (name, value) in destination)
        {
            complete[name] = value!.DeepClone();
        }

        return complete;
    }
}
