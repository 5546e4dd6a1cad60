namespace TelemetryAspire.LocalAws.Kinesis.Consumers;

/// <summary>What LocalAws remembers about a registered consumer, with its stream.</summary>
internal sealed record ConsumerMetadata
{
    public const string Active = "ACTIVE";

    /// <summary>How long a consumer is being created. On AWS it takes some seconds, too.</summary>
    private static readonly TimeSpan CreationTime = TimeSpan.FromSeconds(1);

    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public required long CreatedAt { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc cref="Streams.StreamMetadata.Policy"/>
    public string? Policy { get; init; }

    /// <summary>CREATING or <see cref="Active"/>.</summary>
    /// <param name="now">Milliseconds since 1970.</param>
    public string StatusAt(long now) => now - CreatedAt < CreationTime.TotalMilliseconds ? "CREATING" : Active;
}
