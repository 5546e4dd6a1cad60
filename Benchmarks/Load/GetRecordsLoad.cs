using System.Text;

namespace TelemetryAspire.Benchmarks.Load;

/// <summary>Reads shards from their oldest record to their newest one, and again, one shard per caller.</summary>
internal sealed class GetRecordsLoad(AwsHttp http, string stream, IReadOnlyList<string> shards, int callers) : ILoad
{
    private readonly string?[] _iterators = new string?[callers];

    public async Task<long> CallAsync(int caller, CancellationToken cancellationToken)
    {
        _iterators[caller] ??= await FirstIteratorAsync(shards[caller % shards.Count], cancellationToken);
        var body = Encoding.UTF8.GetBytes($$"""{"ShardIterator":"{{_iterators[caller]}}"}""");
        using var response = await http.CallAsync("Kinesis_20131202.GetRecords", body, cancellationToken);
        var json = response.Memory.Span;
        var records = json.Count("\"SequenceNumber\""u8);
        _iterators[caller] = records == 0 ? null : TextOf(json, "\"NextShardIterator\":"u8);
        return records;
    }

    private async Task<string> FirstIteratorAsync(string shard, CancellationToken cancellationToken)
    {
        var response = await http.CallAsync(
            "Kinesis_20131202.GetShardIterator",
            $$"""{"StreamName":"{{stream}}","ShardId":"{{shard}}","ShardIteratorType":"TRIM_HORIZON"}""",
            cancellationToken);
        return response.GetProperty("ShardIterator").GetString()!;
    }

    /// <summary>The text of a member; an answer of some megabytes is not parsed for one.</summary>
    private static string TextOf(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        var value = json[(json.LastIndexOf(name) + name.Length)..].TrimStart((byte)' ')[1..];
        return Encoding.UTF8.GetString(value[..value.IndexOf((byte)'"')]);
    }
}
