using Amazon.Kinesis;
using Amazon.Kinesis.Model;

namespace TelemetryAspire.FunctionHost.Shards;

/// <summary>Finds a stream and its shards.</summary>
internal sealed class ShardDiscovery(IAmazonKinesis kinesis)
{
    /// <summary>The stream, or null while it does not exist, is being created or is being deleted.</summary>
    public async Task<StreamIdentity?> FindStreamAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var response = await kinesis.DescribeStreamSummaryAsync(
                new DescribeStreamSummaryRequest { StreamName = name }, cancellationToken);
            var summary = response.StreamDescriptionSummary;
            return summary.StreamStatus == StreamStatus.ACTIVE || summary.StreamStatus == StreamStatus.UPDATING
                ? new StreamIdentity(name, summary.StreamARN, Utc.From(summary.StreamCreationTimestamp!.Value))
                : null;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    /// <summary>All shards within retention, open and closed.</summary>
    /// <exception cref="ResourceNotFoundException">The stream is gone.</exception>
    public async Task<IReadOnlyList<StreamShard>> ListShardsAsync(string name, CancellationToken cancellationToken)
    {
        var shards = new List<StreamShard>();
        // A page token stands for the stream too; Kinesis refuses both in one request.
        var request = new ListShardsRequest { StreamName = name };
        while (true)
        {
            var response = await kinesis.ListShardsAsync(request, cancellationToken);
            shards.AddRange((response.Shards ?? []).Select(Convert));
            if (string.IsNullOrEmpty(response.NextToken))
            {
                return shards;
            }

            request = new ListShardsRequest { NextToken = response.NextToken };
        }
    }

    private static StreamShard Convert(Shard shard) => new(
        new ShardId(shard.ShardId),
        new[] { shard.ParentShardId, shard.AdjacentParentShardId }
            .Where(parent => !string.IsNullOrEmpty(parent))
            .Select(parent => new ShardId(parent!))
            .ToList());
}
