using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Says whether an on-demand stream goes by partition keys or spreads its records evenly.</summary>
internal sealed class UpdateStreamRecordDistributionStrategy(StreamStore streams)
    : IOperation<UpdateStreamRecordDistributionStrategyRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        UpdateStreamRecordDistributionStrategyRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("streamARN", request.StreamARN);
        validation.Required("recordDistributionStrategy", request.RecordDistributionStrategy);
        RecordDistribution.Validate(ref validation, request.RecordDistributionStrategy);
        validation.ThrowIfFailed();

        streams.Update(request.Resolve(streams), metadata => metadata with
        {
            RecordDistributionStrategy = RecordDistribution.Of(request.RecordDistributionStrategy, metadata.Mode),
        });
        return ValueTask.FromResult(default(NoContent));
    }
}

internal sealed record UpdateStreamRecordDistributionStrategyRequest : StreamRequest
{
    public string? RecordDistributionStrategy { get; init; }
}
