using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Keeps the records of a stream for less long; what is older is gone at once.</summary>
internal sealed class DecreaseStreamRetentionPeriod(StreamStore streams, TimeProvider timeProvider)
    : IOperation<RetentionPeriodRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        RetentionPeriodRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var hours = RetentionPeriod.Validate(request);
        streams.Update(request.Resolve(streams), metadata => metadata.RetentionHours >= hours
            ? RetentionPeriod.Change(metadata, hours, timeProvider.GetUtcNow())
            : throw KinesisErrors.InvalidArgument(
                $"Requested retention period ({hours} hours) for stream {metadata.Name} can not be longer than "
                + $"existing retention period ({metadata.RetentionHours} hours). Use IncreaseRetentionPeriod API."));
        return ValueTask.FromResult(default(NoContent));
    }
}
