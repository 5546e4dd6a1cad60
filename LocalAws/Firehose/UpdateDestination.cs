using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Changes the destination of a delivery stream: what is given replaces, what is not given stays.</summary>
/// <remarks>At once: what is buffered goes by the old settings, what comes from now on by the new ones.</remarks>
internal sealed partial class UpdateDestination(DeliveryStreamRegistry streams, TimeProvider clock)
    : IOperation<UpdateDestinationRequest, UpdateDestinationResponse>
{
    /// <inheritdoc/>
    public async ValueTask<UpdateDestinationResponse> InvokeAsync(
        UpdateDestinationRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        FirehoseRules.RefuseOthers(request.Others);
        var update = SingleUpdate(request);
        await streams.ChangeAsync(
            request.DeliveryStreamName!, definition => Change(definition, request, update), cancellationToken);
        return new UpdateDestinationResponse();
    }

    private StreamDefinition Change(StreamDefinition definition, UpdateDestinationRequest request, S3Destination update)
    {
        if (request.DestinationId != DescribeDeliveryStream.DestinationId)
        {
            throw FirehoseErrors.InvalidArgument(
                $"Destination {request.DestinationId} of delivery stream {definition.Name} not found; "
                + $"it has {DescribeDeliveryStream.DestinationId}.");
        }

        if (request.CurrentDeliveryStreamVersionId != definition.VersionId())
        {
            throw FirehoseErrors.StaleVersion(definition.VersionId(), request.CurrentDeliveryStreamVersionId!);
        }

        var changed = definition with
        {
            Version = definition.Version + 1,
            UpdatedAt = clock.GetUtcNow(),
            Destination = DestinationRules.Merge(definition.Destination, update),
        };
        DestinationRules.Read(changed);
        return changed;
    }

    private static void Validate(UpdateDestinationRequest request)
    {
        var validation = new Validation();
        FirehoseRules.Name(ref validation, request.DeliveryStreamName);
        validation.Required("currentDeliveryStreamVersionId", request.CurrentDeliveryStreamVersionId);
        validation.Length("currentDeliveryStreamVersionId", request.CurrentDeliveryStreamVersionId, 1, 50);
        validation.Pattern(
            "currentDeliveryStreamVersionId", request.CurrentDeliveryStreamVersionId, VersionPattern(), "[0-9]+");
        validation.Required("destinationId", request.DestinationId);
        validation.Length("destinationId", request.DestinationId, 1, 100);
        validation.Pattern("destinationId", request.DestinationId, DestinationIdPattern(), "[a-zA-Z0-9-]+");
        DestinationRules.Validate(ref validation, "s3DestinationUpdate", request.S3DestinationUpdate);
        DestinationRules.Validate(ref validation, "extendedS3DestinationUpdate", request.ExtendedS3DestinationUpdate);
        validation.ThrowIfFailed();
    }

    private static S3Destination SingleUpdate(UpdateDestinationRequest request) =>
        (request.S3DestinationUpdate, request.ExtendedS3DestinationUpdate) switch
        {
            ({ } simple, null) => simple,
            (null, { } extended) => extended,
            (null, null) => throw FirehoseErrors.InvalidArgument("A destination update is required."),
            _ => throw FirehoseErrors.InvalidArgument("Exactly one destination update is supported."),
        };

    [GeneratedRegex(@"^[0-9]+\z")]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"^[a-zA-Z0-9-]+\z")]
    private static partial Regex DestinationIdPattern();
}
