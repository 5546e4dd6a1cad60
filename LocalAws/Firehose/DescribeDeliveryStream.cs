using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Firehose.Prefixes;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Describes a delivery stream.</summary>
internal sealed class DescribeDeliveryStream(DeliveryStreamRegistry streams)
    : IOperation<DescribeDeliveryStreamRequest, DescribeDeliveryStreamResponse>
{
    private const string DestinationId = "destinationId-000000000001";

    /// <inheritdoc/>
    public ValueTask<DescribeDeliveryStreamResponse> InvokeAsync(
        DescribeDeliveryStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        FirehoseRules.Name(ref validation, request.DeliveryStreamName);
        validation.Range("limit", request.Limit, 1, 10_000);
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
        DeliveryStreamType = "DirectPut",
        VersionId = ObjectKeyFormat.StreamVersion,
        CreateTimestamp = definition.CreatedAt,
        Source = definition.Source is null ? null : new SourceDescription(definition.Source),
        Destinations = skipsDestination ? [] : [Describe(definition)],
        HasMoreDestinations = false,
    };

    // The extended form of a destination is described in both forms.
    private static DestinationDescription Describe(StreamDefinition definition) => new(
        DestinationId,
        definition.IsExtended ? Simple(definition.Destination) : definition.Destination,
        definition.IsExtended ? definition.Destination : null);

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
