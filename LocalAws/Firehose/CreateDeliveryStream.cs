using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Creates a delivery stream, ACTIVE at once.</summary>
/// <remarks>
/// The bucket need not exist: deliveries are tried until it does. Names are one space for all regions.
/// </remarks>
internal sealed class CreateDeliveryStream(DeliveryStreamRegistry streams, TimeProvider clock)
    : IOperation<CreateDeliveryStreamRequest, CreateDeliveryStreamResponse>
{
    /// <inheritdoc/>
    public async ValueTask<CreateDeliveryStreamResponse> InvokeAsync(
        CreateDeliveryStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        RefuseUnavailable(request);
        var destination = DestinationRules.WithDefaults(SingleDestination(request));
        var name = request.DeliveryStreamName!;
        DestinationRules.Read(name, destination);
        var definition = new StreamDefinition
        {
            Name = name,
            Arn = $"arn:aws:firehose:{context.Region}:{context.AccountId}:deliverystream/{name}",
            CreatedAt = clock.GetUtcNow(),
            Destination = destination,
            IsExtended = request.ExtendedS3DestinationConfiguration is not null,
            Source = request.DirectPutSourceConfiguration,
            Tags = request.Tags,
        };
        return await streams.TryCreateAsync(definition, cancellationToken)
            ? new CreateDeliveryStreamResponse(definition.Arn)
            : throw FirehoseErrors.InUse(name);
    }

    private static void Validate(CreateDeliveryStreamRequest request)
    {
        var validation = new Validation();
        FirehoseRules.Name(ref validation, request.DeliveryStreamName);
        FirehoseRules.StreamType(ref validation, request.DeliveryStreamType);
        validation.Range(
            "directPutSourceConfiguration.throughputHintInMBs",
            request.DirectPutSourceConfiguration?.ThroughputHintInMBs,
            1,
            100);
        if (request.S3DestinationConfiguration is { } simple)
        {
            DestinationRules.Validate(ref validation, "s3DestinationConfiguration", simple);
        }

        if (request.ExtendedS3DestinationConfiguration is { } extended)
        {
            DestinationRules.Validate(ref validation, "extendedS3DestinationConfiguration", extended);
        }

        for (var i = 0; i < request.Tags?.Count; i++)
        {
            var path = $"tags.{i + 1}.member";
            validation.Required($"{path}.key", request.Tags[i].Key);
            validation.Length($"{path}.key", request.Tags[i].Key, 1, 128);
            validation.Length($"{path}.value", request.Tags[i].Value, 0, 256);
        }

        validation.ThrowIfFailed();
        if (request.Tags?.Count > 50)
        {
            throw FirehoseErrors.InvalidArgument("A delivery stream can have 50 tags.");
        }
    }

    private static void RefuseUnavailable(CreateDeliveryStreamRequest request)
    {
        if (request.DeliveryStreamType is not (null or "DirectPut"))
        {
            throw FirehoseErrors.NotAvailable($"DeliveryStreamType {request.DeliveryStreamType}");
        }

        if (request.Others?.Keys.FirstOrDefault() is { } other)
        {
            throw FirehoseErrors.NotAvailable(other);
        }
    }

    private static S3Destination SingleDestination(CreateDeliveryStreamRequest request) =>
        (request.S3DestinationConfiguration, request.ExtendedS3DestinationConfiguration) switch
        {
            ({ } simple, null) => simple,
            (null, { } extended) => extended,
            (null, null) => throw FirehoseErrors.InvalidArgument("A destination configuration is required."),
            _ => throw FirehoseErrors.InvalidArgument("Exactly one destination configuration is supported."),
        };
}
