using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Changes how large a record of a stream may be.</summary>
internal sealed class UpdateMaxRecordSize(StreamStore streams) : IOperation<UpdateMaxRecordSizeRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        UpdateMaxRecordSizeRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("maxRecordSizeInKiB", request.MaxRecordSizeInKiB);
        validation.Range("maxRecordSizeInKiB", request.MaxRecordSizeInKiB, 1024, 10240);
        validation.ThrowIfFailed();

        var size = request.MaxRecordSizeInKiB!.Value;
        streams.Update(request.Resolve(streams), metadata => metadata with { MaxRecordSizeInKiB = size });
        return ValueTask.FromResult(default(NoContent));
    }
}

internal sealed record UpdateMaxRecordSizeRequest : StreamRequest
{
    public int? MaxRecordSizeInKiB { get; init; }
}
