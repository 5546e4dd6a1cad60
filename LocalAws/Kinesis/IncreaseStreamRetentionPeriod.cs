using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Keeps the records of a stream for longer.</summary>
internal sealed class IncreaseStreamRetentionPeriod(StreamStore streams, TimeProvider timeProvider)
    : IOperation<RetentionPeriodRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        RetentionPeriodRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var hours = RetentionPeriod.Validate(request);
        streams.Update(request.Resolve(streams), metadata => metadata.RetentionHours <= hours
            ? RetentionPeriod.Change(metadata, hours, timeProvider.GetUtcNow())
            : throw KinesisErrors.InvalidArgument(
                $"Requested retention period ({hours} hours) for stream {metadata.Name} can not be shorter than "
                + $"existing retention period ({metadata.RetentionHours} hours). Use DecreaseRetentionPeriod API."));
        return ValueTask.FromResult(default(NoContent));
    }
}
