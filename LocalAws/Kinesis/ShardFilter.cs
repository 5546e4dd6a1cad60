using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Which shards ListShards is to show.</summary>
internal sealed record ShardFilter(string? Type, string? ShardId, DateTimeOffset? Timestamp)
{
    private const string AfterShardId = "AFTER_SHARD_ID";
    private const string AtTrimHorizon = "AT_TRIM_HORIZON";
    private const string FromTrimHorizon = "FROM_TRIM_HORIZON";
    private const string AtLatest = "AT_LATEST";
    private const string AtTimestamp = "AT_TIMESTAMP";
    private const string FromTimestamp = "FROM_TIMESTAMP";

    /// <summary>Checks a filter against the API's constraints.</summary>
    public static void Validate(ref Validation validation, ShardFilter? filter)
    {
        if (filter is not null)
        {
            validation.Required("shardFilter.type", filter.Type);
            validation.OneOf(
                "shardFilter.type",
                filter.Type,
                AfterShardId,
                AtTrimHorizon,
                FromTrimHorizon,
                AtLatest,
                AtTimestamp,
                FromTimestamp);
            StreamRequest.ValidateName(ref validation, "shardFilter.shardId", filter.ShardId);
        }
    }

    /// <exception cref="AwsException">A member is missing that the type needs, or there that it cannot use.</exception>
    public void EnsureComplete()
    {
        if (Type == AfterShardId != ShardId is not null)
        {
            throw KinesisErrors.InvalidArgument(ShardId is null
                ? $"ShardFilter of type {Type} must have a ShardId."
                : $"ShardFilter of type {Type} cannot have a ShardId.");
        }

        if (Type is AtTimestamp or FromTimestamp != Timestamp is not null)
        {
            throw KinesisErrors.InvalidArgument(Timestamp is null
                ? $"ShardFilter of type {Type} must have a Timestamp."
                : $"ShardFilter of type {Type} cannot have a Timestamp.");
        }
    }

    /// <summary>What the filter means for a stream now. A time before the trim horizon stands for that.</summary>
    public ShardSelection Select(StreamMetadata stream, DateTimeOffset now)
    {
        var horizon = Math.Max(stream.TrimHorizon(now), stream.CreatedAt);
        var time = Math.Max(horizon, Timestamp?.ToUnixTimeMilliseconds() ?? 0);
        return Type switch
        {
            AfterShardId => ShardSelection.From(ListShards.IndexAfter(ShardId!)),
            AtLatest => ShardSelection.Open,
            FromTrimHorizon => ShardSelection.From(0),
            FromTimestamp => new ShardSelection(0, time, IsAtTime: false),
            _ => new ShardSelection(0, time, IsAtTime: true),
        };
    }
}
