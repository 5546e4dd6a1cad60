using TelemetryAspire.LocalAws.Kinesis.Consumers;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Lists a page of a stream's consumers by name.</summary>
internal sealed class ListStreamConsumers(StreamStore streams, TimeProvider timeProvider)
    : IOperation<ListStreamConsumersRequest, ListStreamConsumersResponse>
{
    private const int DefaultLimit = 100;

    /// <summary>Stands between the stream's name and the last consumer's in a token; no name has it.</summary>
    private const char Separator = '/';

    public ValueTask<ListStreamConsumersResponse> InvokeAsync(
        ListStreamConsumersRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var stream = StreamRequest.ResolveArn(streams, request.StreamARN!).Metadata;
        var after = request.NextToken is { } token ? After(token, stream) : "";
        if (request.StreamCreationTimestamp is { } created && created.ToUnixTimeSeconds() != stream.CreatedAt / 1000)
        {
            throw KinesisErrors.StreamNotFound(stream.Name);
        }

        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        var limit = request.MaxResults ?? DefaultLimit;
        var consumers = stream.Consumers
            .OrderBy(consumer => consumer.Name, StringComparer.Ordinal)
            .Where(consumer => string.CompareOrdinal(consumer.Name, after) > 0)
            .Take(limit + 1)
            .Select(consumer => ConsumerDescription.Of(consumer, now))
            .ToList();
        var page = consumers.Take(limit).ToList();
        return ValueTask.FromResult(new ListStreamConsumersResponse(
            page,
            consumers.Count > limit ? TokenAfter(page[^1].ConsumerName, stream, now) : null));
    }

    private static string TokenAfter(string name, StreamMetadata stream, long now) =>
        new OpaqueToken(now, stream.CreatedAt, 0, 0, stream.Name + Separator + name)
            .Encode(OpaqueTokenKind.NextConsumers);

    private string After(string text, StreamMetadata stream)
    {
        var token = KinesisTokens.DecodePage(text, OpaqueTokenKind.NextConsumers, timeProvider);
        return token.StreamCreatedAt == stream.CreatedAt && token.Name.Split(Separator) is [var name, var after]
            && name == stream.Name
            ? after
            : throw KinesisErrors.InvalidArgument("Invalid NextToken.");
    }

    private static void Validate(ListStreamConsumersRequest request)
    {
        var validation = new Validation();
        validation.Required("streamARN", request.StreamARN);
        StreamRequest.ValidateArn(ref validation, "streamARN", request.StreamARN);
        StreamRequest.ValidateId(ref validation, request.StreamId);
        validation.Length("nextToken", request.NextToken, 1, 1_048_576);
        validation.Range("maxResults", request.MaxResults, 1, 10_000);
        validation.ThrowIfFailed();
        StreamRequest.RefuseId(request.StreamId);
        if (request is { NextToken: not null, StreamCreationTimestamp: not null })
        {
            throw KinesisErrors.InvalidArgument("NextToken and StreamCreationTimestamp cannot be provided together.");
        }
    }
}

internal sealed record ListStreamConsumersRequest
{
    public string? StreamARN { get; init; }

    /// <inheritdoc cref="StreamRequest.StreamId"/>
    public string? StreamId { get; init; }

    public string? NextToken { get; init; }

    public int? MaxResults { get; init; }

    public DateTimeOffset? StreamCreationTimestamp { get; init; }
}

internal sealed record ListStreamConsumersResponse(IReadOnlyList<ConsumerDescription> Consumers, string? NextToken);
