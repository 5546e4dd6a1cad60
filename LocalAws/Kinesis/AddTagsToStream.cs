using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Kinesis.Tags;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Sets tags of a stream.</summary>
internal sealed class AddTagsToStream(StreamStore streams) : IOperation<AddTagsToStreamRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        AddTagsToStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("tags", request.Tags);
        TagRules.Validate(ref validation, request.Tags);
        validation.ThrowIfFailed();

        streams.Update(request.Resolve(streams), metadata => metadata with
        {
            Tags = TagRules.Add(metadata.Tags, request.Tags!, $"stream {metadata.Name}"),
        });
        return ValueTask.FromResult(default(NoContent));
    }
}

internal sealed record AddTagsToStreamRequest : StreamRequest
{
    public Dictionary<string, string?>? Tags { get; init; }
}
