using System.Globalization;
using System.Text;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Resharding;

/// <summary>Reads a whole stream as a consumer must that wants each key's order: parents before children.</summary>
internal static class LineageReader
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The numbers under each partition key, in the order of reading.</summary>
    public static async Task<Dictionary<string, List<int>>> ReadAsync(AmazonKinesisClient kinesis, string stream)
    {
        var numbers = new Dictionary<string, List<int>>();
        var shards = await ShardsAsync(kinesis, stream);

        // A child has a greater id than its parents.
        foreach (var shard in shards.OrderBy(shard => shard.ShardId, StringComparer.Ordinal))
        {
            var isClosed = shard.SequenceNumberRange.EndingSequenceNumber is not null;
            foreach (var record in await ReadShardAsync(kinesis, stream, shard.ShardId, isClosed))
            {
                var number = int.Parse(Encoding.UTF8.GetString(record.Data.ToArray()), CultureInfo.InvariantCulture);
                numbers.TryAdd(record.PartitionKey, []);
                numbers[record.PartitionKey].Add(number);
            }
        }

        return numbers;
    }

    public static async Task<List<Shard>> ShardsAsync(AmazonKinesisClient kinesis, string stream)
    {
        var shards = new List<Shard>();
        string? token = null;
        do
        {
            var request = token is null
                ? new ListShardsRequest { StreamName = stream }
                : new ListShardsRequest { NextToken = token };
            var page = await kinesis.ListShardsAsync(request, Cancellation);
            shards.AddRange(page.Shards);
            token = page.NextToken;
        }
        while (token is not null);

        return shards;
    }

    /// <summary>Reads to the end of a closed shard, and to the tip of an open one.</summary>
    private static async Task<List<Amazon.Kinesis.Model.Record>> ReadShardAsync(
        AmazonKinesisClient kinesis,
        string stream,
        string shardId,
        bool isClosed)
    {
        var records = new List<Amazon.Kinesis.Model.Record>();
        var iterator = (await kinesis.GetShardIteratorAsync(
            new GetShardIteratorRequest
            {
                StreamName = stream,
                ShardId = shardId,
                ShardIteratorType = ShardIteratorType.TRIM_HORIZON,
            },
            Cancellation)).ShardIterator;
        GetRecordsResponse page;
        do
        {
            page = await kinesis.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator }, Cancellation);
            iterator = page.NextShardIterator;
            records.AddRange(page.Records);
        }
        while (isClosed ? iterator is not null : page.Records.Count > 0);

        return records;
    }
}
