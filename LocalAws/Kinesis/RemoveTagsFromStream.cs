using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Kinesis.Tags;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Removes tags of a stream.</summary>
internal sealed class RemoveTagsFromStream(StreamStore streams) : IOperation<RemoveTagsFromStreamRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        RemoveTagsFromStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        TagRules.Validate(ref validation, request.TagKeys);
        validation.ThrowIfFailed();

        streams.Update(request.Resolve(streams), metadata => metadata with
        {
            Tags = TagRules.Remove(metadata.Tags, request.TagKeys!),
        });
        return ValueTask.FromResult(default(NoContent));
    }
}

internal sealed record RemoveTagsFromStreamRequest : StreamRequest
{
    public IReadOnlyList<string?>? TagKeys { get; init; }
}
