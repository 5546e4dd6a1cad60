using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Kinesis.Tags;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Lists a page of a stream's tags.</summary>
internal sealed class ListTagsForStream(StreamStore streams)
    : IOperation<ListTagsForStreamRequest, ListTagsForStreamResponse>
{
    public ValueTask<ListTagsForStreamResponse> InvokeAsync(
        ListTagsForStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Length("exclusiveStartTagKey", request.ExclusiveStartTagKey, 1, 128);
        validation.Range("limit", request.Limit, 1, 50);
        validation.ThrowIfFailed();

        var limit = request.Limit ?? TagRules.MaxTags;
        var tags = Tag.Of(request.Resolve(streams).Metadata.Tags)
            .Where(tag => string.CompareOrdinal(tag.Key, request.ExclusiveStartTagKey) > 0)
            .ToList();
        return ValueTask.FromResult(new ListTagsForStreamResponse([.. tags.Take(limit)], tags.Count > limit));
    }
}

internal sealed record ListTagsForStreamRequest : StreamRequest
{
    public string? ExclusiveStartTagKey { get; init; }

    public int? Limit { get; init; }
}

internal sealed record ListTagsForStreamResponse(IReadOnlyList<Tag> Tags, bool HasMoreTags);
