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
        var stream = request.Resolve(streams);
        if (stream.Metadata.Consumers.Count > 0 && request.EnforceConsumerDeletion != true)
        {
            throw KinesisErrors.StreamHasConsumers(stream.Metadata.Name);
        }

        streams.Delete(stream);
        return ValueTask.FromResult(default(NoContent));
    }
}

internal sealed record DeleteStreamRequest : StreamRequest
{
    /// <summary>Whether consumers are to be deleted too; a stream that has some is not deleted otherwise.</summary>
    public bool? EnforceConsumerDeletion { get; init; }
}
