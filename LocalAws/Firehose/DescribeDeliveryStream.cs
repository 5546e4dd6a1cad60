using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Describes a delivery stream.</summary>
internal sealed class DescribeDeliveryStream(DeliveryStreamRegistry streams)
    : IOperation<DescribeDeliveryStreamRequest, DescribeDeliveryStreamResponse>
{
    /// <summary>The id of the one destination that a delivery stream has.</summary>
    public const string DestinationId = "destinationId-000000000001";

    /// <inheritdoc/>
    public ValueTask<DescribeDeliveryStreamResponse> InvokeAsync(
        DescribeDeliveryStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        FirehoseRules.Name(ref validation, request.DeliveryStreamName);
        validation.Range("limit", request.Limit, 1, 10_000);
        validation.Length("exclusiveStartDestinationId", request.ExclusiveStartDestinationId, 1, 100);
        validation.ThrowIfFailed();
        var stream = streams.Get(request.DeliveryStreamName!);
        return ValueTask.FromResult(new DescribeDeliveryStreamResponse(
            Describe(stream.Definition, skipsDestination: request.ExclusiveStartDestinationId == DestinationId)));
    }

    private static DeliveryStreamDescription Describe(StreamDefinition definition, bool skipsDestination) => new()
    {
        DeliveryStreamName = definition.Name,
        DeliveryStreamARN = definition.Arn,
        DeliveryStreamStatus = "ACTIVE",
        DeliveryStreamEncryptionConfiguration = definition.Encryption,
        DeliveryStreamType = definition.StreamType(),
        VersionId = definition.VersionId(),
        CreateTimestamp = definition.CreatedAt,
        LastUpdateTimestamp = definition.UpdatedAt,
        Source = DescribeSource(definition),
        Destinations = skipsDestination ? [] : [DescribeDestination(definition)],
        HasMoreDestinations = false,
    };

    private static SourceDescription? DescribeSource(StreamDefinition definition) => definition switch
    {
        { KinesisSource: { } kinesis } => new SourceDescription(
            null, new KinesisStreamSourceDescription(kinesis.StreamArn, kinesis.RoleArn, kinesis.StartedAt)),
        { Source: { } direct } => new SourceDescription(direct, null),
        _ => null,
    };

    // A destination in S3 is described in both forms, whichever it was created with.
    private static DestinationDescription DescribeDestination(StreamDefinition definition) =>
        new(DestinationId, Simple(definition.Destination), definition.Destination);

    private static S3Destination Simple(S3Destination extended) => extended with
    {
        ProcessingConfiguration = null,
        S3BackupMode = null,
        DataFormatConversionConfiguration = null,
        DynamicPartitioningConfiguration = null,
        FileExtension = null,
        CustomTimeZone = null,
    };
}
