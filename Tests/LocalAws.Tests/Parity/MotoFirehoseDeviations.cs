namespace TelemetryAspire.LocalAws.Tests.Parity;

/// <summary>Where moto 5.2.1 and LocalAws are known to answer differently of Data Firehose.</summary>
internal static class MotoFirehoseDeviations
{
    private const string Unchecked = "moto does not look at the limits and the values of the model.";
    private const string Defaults = "moto leaves out what AWS sets where nothing is said.";
    private const string Order = "moto has tags in the order they came in; by AWS's model no order is promised.";

    public static readonly Deviation[] All =
    [
        .. Deviation.Each(
            Defaults,
            "*.DeliveryStreamEncryptionConfiguration.Status",
            "*.EncryptionConfiguration.NoEncryptionConfig",
            "*.ExtendedS3DestinationDescription.S3BackupMode",
            "Defaults.*.BufferingHints.*",
            "Defaults.*.CompressionFormat",
            "Defaults.*.CloudWatchLoggingOptions.Enabled",
            "OlderForm.*.BufferingHints.*",
            "OlderForm.*.CompressionFormat",
            "OlderForm.*.CloudWatchLoggingOptions.Enabled",
            "WithSource.*.BufferingHints.*",
            "WithSource.*.CompressionFormat",
            "WithSource.*.CloudWatchLoggingOptions.Enabled",
            "WithSource.*.DeliveryStartTimestamp"),
        new(
            "OlderForm.*.ExtendedS3DestinationDescription.*",
            "AWS describes an S3 destination in both forms, whichever it was made with."),
        new("DescribeStreamSummary.*", "moto leaves out ConsumerCount and MaxRecordSizeInKiB."),
        new("*.LastUpdateTimestamp", "AWS has it once there was an update; moto has it from the beginning."),
        new("NotEncrypted.*.KeyType", "moto goes on naming the key of an encryption that has ended."),
        .. Deviation.Each(
            "An update leaves alone what it does not name; in moto it takes that away.",
            "Updated.*.S3DestinationDescription.*",
            "Updated.*.ExtendedS3DestinationDescription.*",
            "UpdatedOnce.*.S3DestinationDescription.*",
            "UpdatedOnce.*.ExtendedS3DestinationDescription.*"),
        new("ListAfterAbsent.*", "moto begins at the start where the name to begin after is none."),
        .. Deviation.Each(Order, "Tagged.*", "FirstPageOfTags.*", "OtherTags.*", "TagsAfterwards.*"),
        new("PutPastTheSource.*", "AWS takes no records for a delivery stream that reads a stream."),
        new("EncryptPastTheSource.*", "moto answers with status 500; AWS refuses it by InvalidArgumentException."),
        .. Deviation.Each(
            Unchecked,
            "ListNone.*",
            "PutNone.*",
            "EncryptWithoutKey.*",
            "CreateWithInvalidName.*",
            "CreateWithTinyBuffer.*",
            "CreateWithLongBuffer.*",
            "CreateWithUnknownCompression.*",
            "CreateWithoutSource.*"),
        new("ListAfterwards.*", "moto has a delivery stream that reads a stream which was not named."),
    ];
}
