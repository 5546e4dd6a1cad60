using System.Text;
using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Subscriptions;

/// <summary>A SubscribeToShardEvent as JSON.</summary>
internal sealed record ShardEvent(JsonElement Members)
{
    public IReadOnlyList<string> Texts =>
    [
        .. Members.GetProperty("Records").EnumerateArray().Select(record =>
            Encoding.UTF8.GetString(record.GetProperty("Data").GetBytesFromBase64())),
    ];

    public string? Continuation =>
        Members.TryGetProperty("ContinuationSequenceNumber", out var number) ? number.GetString() : null;

    public long MillisBehindLatest => Members.GetProperty(nameof(MillisBehindLatest)).GetInt64();

    public IReadOnlyList<string>? ChildShards => Members.TryGetProperty(nameof(ChildShards), out var children)
        ? [.. children.EnumerateArray().Select(child => child.GetProperty("ShardId").GetString()!)]
        : null;
}
