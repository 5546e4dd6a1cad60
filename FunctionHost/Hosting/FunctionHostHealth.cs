using System.Collections.Concurrent;

namespace TelemetryAspire.FunctionHost;

/// <summary>What keeps the host from its work right now, and how far behind its shards are.</summary>
internal sealed class FunctionHostHealth
{
    private readonly ConcurrentDictionary<string, string> _outages = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _oldestUnhandled = new();

    /// <summary>
    /// How health and logs name the work of a function on a shard; a part of it follows in parentheses.
    /// </summary>
    public static string NameOf(string function, string stream, ShardId shardId) => $"{function} on {stream}/{shardId}";

    /// <summary>The current outages: what is held, and why.</summary>
    public IReadOnlyDictionary<string, string> Outages => _outages;

    /// <summary>Per function and shard that is behind: when the oldest record not yet handled arrived.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> OldestUnhandled => _oldestUnhandled;

    public void ReportOutage(string what, string reason) => _outages[what] = reason;

    public void ReportRecovery(string what) => _outages.TryRemove(what, out _);

    /// <summary>Forgets what was reported of a shard, when its worker ends.</summary>
    public void ReportReleased(string shard)
    {
        ReportCaughtUp(shard);
        var parts = shard + " (";
        foreach (var what in _outages.Keys.Where(w => w == shard || w.StartsWith(parts, StringComparison.Ordinal)))
        {
            ReportRecovery(what);
        }
    }

    public void ReportBehind(string shard, DateTimeOffset oldestArrival) => _oldestUnhandled[shard] = oldestArrival;

    public void ReportCaughtUp(string shard) => _oldestUnhandled.TryRemove(shard, out _);
}
