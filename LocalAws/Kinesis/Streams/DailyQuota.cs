namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>How often an operation may change a stream within 24 hours.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="Limit">How many changes are allowed.</param>
internal sealed record DailyQuota(string Operation, int Limit)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Takes note of one more change.</summary>
    /// <param name="metadata">The stream as it is.</param>
    /// <param name="now">The time of the change.</param>
    /// <param name="isEnforced">Whether to refuse what is beyond the limit.</param>
    /// <exception cref="Protocol.AwsException">LimitExceededException.</exception>
    public StreamMetadata Use(StreamMetadata metadata, DateTimeOffset now, bool isEnforced)
    {
        var after = now.Subtract(Window).ToUnixTimeMilliseconds();
        var recent = metadata.RecentChanges.GetValueOrDefault(Operation, []).Where(time => time > after).ToList();
        if (isEnforced && recent.Count >= Limit)
        {
            throw KinesisErrors.LimitExceeded(
                $"{Operation} can be applied to stream {metadata.Name} under account "
                + $"{Protocol.RequestContext.DefaultAccountId} at most {Limit} times in 24 hours.");
        }

        // The newest suffice, also where nothing is enforced.
        var changes = recent.Append(now.ToUnixTimeMilliseconds()).TakeLast(Limit).ToList();
        return metadata with
        {
            RecentChanges = new Dictionary<string, IReadOnlyList<long>>(metadata.RecentChanges)
            {
                [Operation] = changes,
            },
        };
    }
}
