using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Firehose.Sources;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Creates a delivery stream, ACTIVE at once.</summary>
/// <remarks>
/// The bucket need not exist: deliveries are tried until it does. A source stream must exist, since reading starts at
/// its LATEST. Names are one space for all regions.
/// </remarks>
internal sealed class CreateDeliveryStream(DeliveryStreamRegistry streams, StreamStore kinesis, TimeProvider clock)
    : IOperation<CreateDeliveryStreamRequest, CreateDeliveryStreamResponse>
{
    private const string KinesisType = "KinesisStreamAsSource";

    /// <inheritdoc/>
    public async ValueTask<CreateDeliveryStreamResponse> InvokeAsync(
        CreateDeliveryStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        RefuseUnavailable(request);
        var definition = Define(request, context);
        DestinationRules.Read(definition);
        return await streams.TryCreateAsync(definition, cancellationToken)
            ? new CreateDeliveryStreamResponse(definition.Arn)
            : throw FirehoseErrors.InUse(definition.Name);
    }

    private StreamDefinition Define(CreateDeliveryStreamRequest request, RequestContext context)
    {
        var now = clock.GetUtcNow();
        return new StreamDefinition
        {
            Name = request.DeliveryStreamName!,
            Arn = $"arn:aws:firehose:{context.Region}:{context.AccountId}:deliverystream/{request.DeliveryStreamName}",
            CreatedAt = now,
            Destination = DestinationRules.WithDefaults(SingleDestination(request)),
            Source = request.DirectPutSourceConfiguration,
            KinesisSource = ReadSource(request, now),
            Tags = TagRules.Merge([], request.Tags ?? []),
            Encryption = ReadEncryption(request),
        };
    }

    private KinesisSource? ReadSource(CreateDeliveryStreamRequest request, DateTimeOffset now)
    {
        var isKinesis = request.DeliveryStreamType == KinesisType;
        if (isKinesis != request.KinesisStreamSourceConfiguration is not null
            || (isKinesis && request.DirectPutSourceConfiguration is not null))
        {
            throw FirehoseErrors.InvalidArgument(
                $"KinesisStreamSourceConfiguration belongs to the DeliveryStreamType {KinesisType}, and to it only; "
                + "DirectPutSourceConfiguration belongs to DirectPut.");
        }

        if (request.KinesisStreamSourceConfiguration is not { } configuration)
        {
            return null;
        }

        var source = new KinesisSource
        {
            StreamArn = configuration.KinesisStreamARN!,
            RoleArn = configuration.RoleARN!,
            StartedAt = now,
            StartingPositions = ShardPositions.None,
        };
        var stream = kinesis.Find(source.StreamName())
            ?? throw FirehoseErrors.InvalidArgument(
                $"Stream {source.StreamName()} under account {RequestContext.DefaultAccountId} not found.");
        return source with { StartingPositions = ShardPositions.LatestOf(stream) };
    }

    private static EncryptionDescription ReadEncryption(CreateDeliveryStreamRequest request)
    {
        if (request.DeliveryStreamEncryptionConfigurationInput is not { } input)
        {
            return EncryptionDescription.Disabled;
        }

        EncryptionRules.RefuseSource(request.DeliveryStreamType ?? "DirectPut");
        return EncryptionRules.Enable(input);
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
        if (request.KinesisStreamSourceConfiguration is { } source)
        {
            const string Path = "kinesisStreamSourceConfiguration";
            validation.Required($"{Path}.kinesisStreamARN", source.KinesisStreamARN);
            FirehoseRules.KinesisStreamArn(ref validation, $"{Path}.kinesisStreamARN", source.KinesisStreamARN);
            validation.Required($"{Path}.roleARN", source.RoleARN);
            FirehoseRules.RoleArn(ref validation, $"{Path}.roleARN", source.RoleARN);
        }

        ValidateDestination(ref validation, "s3DestinationConfiguration", request.S3DestinationConfiguration);
        ValidateDestination(
            ref validation, "extendedS3DestinationConfiguration", request.ExtendedS3DestinationConfiguration);
        EncryptionRules.Validate(ref validation, request.DeliveryStreamEncryptionConfigurationInput);
        TagRules.Validate(ref validation, request.Tags);
        validation.ThrowIfFailed();
    }

    private static void ValidateDestination(ref Validation validation, string path, S3Destination? destination)
    {
        if (destination is not null)
        {
            validation.Required($"{path}.roleARN", destination.RoleARN);
            validation.Required($"{path}.bucketARN", destination.BucketARN);
            DestinationRules.Validate(ref validation, path, destination);
        }
    }

    private static void RefuseUnavailable(CreateDeliveryStreamRequest request)
    {
        if (request.DeliveryStreamType is not (null or "DirectPut" or KinesisType))
        {
            throw FirehoseErrors.NotAvailable(
                $"DeliveryStreamType {request.DeliveryStreamType}", $"use DirectPut or {KinesisType}");
        }

        FirehoseRules.RefuseOthers(request.Others);
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
