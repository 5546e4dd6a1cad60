using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Sets the write throughput that an on-demand stream is to be ready for.</summary>
internal sealed class UpdateStreamWarmThroughput(StreamStore streams, WarmThroughput warmThroughput)
    : IOperation<UpdateStreamWarmThroughputRequest, UpdateStreamWarmThroughputResponse>
{
    public ValueTask<UpdateStreamWarmThroughputResponse> InvokeAsync(
        UpdateStreamWarmThroughputRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("warmThroughputMiBps", request.WarmThroughputMiBps);
        validation.Range("warmThroughputMiBps", request.WarmThroughputMiBps, 0, int.MaxValue);
        validation.ThrowIfFailed();

        var mebibytes = request.WarmThroughputMiBps!.Value;
        var stream = request.Resolve(streams);
        streams.Reshard(
            stream, (metadata, layout) => warmThroughput.Apply(metadata, layout, mebibytes, context));
        return ValueTask.FromResult(new UpdateStreamWarmThroughputResponse(
            stream.Metadata.Arn,
            stream.Metadata.Name,
            WarmThroughputDescription.Of(stream.Metadata)));
    }
}

internal sealed record UpdateStreamWarmThroughputRequest : StreamRequest
{
    public int? WarmThroughputMiBps { get; init; }
}

internal sealed record UpdateStreamWarmThroughputResponse(
    string StreamARN,
    string StreamName,
    WarmThroughputDescription? WarmThroughput);
