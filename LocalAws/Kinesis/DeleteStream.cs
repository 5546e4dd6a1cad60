using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Deletes a stream and its records at once.</summary>
internal sealed class DeleteStream(StreamStore streams) : IOperation<DeleteStreamRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        DeleteStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.ThrowIfFailed();
        streams.Delete(request.Resolve(streams));
        return ValueTask.FromResult(default(NoContent));
    }
}

internal sealed record DeleteStreamRequest : StreamRequest
{
    /// <summary>Whether consumers are to be deleted too. There are none that could prevent a deletion.</summary>
    public bool? EnforceConsumerDeletion { get; init; }
}
