using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Lists a page of streams by name.</summary>
internal sealed class ListStreams(StreamStore streams, TimeProvider timeProvider)
    : IOperation<ListStreamsRequest, ListStreamsResponse>
{
    private const int DefaultLimit = 100;

    public ValueTask<ListStreamsResponse> InvokeAsync(
        ListStreamsRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Range("limit", request.Limit, 1, 10_000);
        StreamRequest.ValidateName(ref validation, "exclusiveStartStreamName", request.ExclusiveStartStreamName);
        validation.ThrowIfFailed();

        var limit = request.Limit ?? DefaultLimit;
        var after = After(request);
        var page = streams.List()
            .Select(stream => stream.Metadata)
            .Where(metadata => string.CompareOrdinal(metadata.Name, after) > 0)
            .Take(limit + 1)
            .ToList();
        var shown = page.Take(limit).ToList();
        return ValueTask.FromResult(new ListStreamsResponse
        {
            StreamNames = [.. shown.Select(metadata => metadata.Name)],
            HasMoreStreams = page.Count > limit,
            NextToken = page.Count > limit ? TokenAfter(shown[^1].Name) : null,
            StreamSummaries = [.. shown.Select(metadata => new StreamSummary(
                metadata.Name,
                metadata.Arn,
                StreamMetadata.Status,
                new StreamModeDetails(metadata.Mode),
                DateTimeOffset.FromUnixTimeMilliseconds(metadata.CreatedAt)))],
        });
    }

    private string? After(ListStreamsRequest request)
    {
        if (request.NextToken is null)
        {
            return request.ExclusiveStartStreamName;
        }

        return KinesisTokens.DecodePage(request.NextToken, OpaqueTokenKind.NextStreams, timeProvider).Name;
    }

    private string TokenAfter(string name) =>
        new OpaqueToken(timeProvider.GetUtcNow().ToUnixTimeMilliseconds(), 0, 0, 0, name)
            .Encode(OpaqueTokenKind.NextStreams);
}

internal sealed record ListStreamsRequest
{
    public int? Limit { get; init; }

    public string? ExclusiveStartStreamName { get; init; }

    public string? NextToken { get; init; }
}

internal sealed record ListStreamsResponse
{
    public required IReadOnlyList<string> StreamNames { get; init; }

    public required bool HasMoreStreams { get; init; }

    public string? NextToken { get; init; }

    public required IReadOnlyList<StreamSummary> StreamSummaries { get; init; }
}

internal sealed record StreamSummary(
    string StreamName,
    string StreamARN,
    string StreamStatus,
    StreamModeDetails StreamModeDetails,
    DateTimeOffset StreamCreationTimestamp);
