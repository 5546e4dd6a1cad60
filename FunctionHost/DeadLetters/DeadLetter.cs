namespace TelemetryAspire.FunctionHost;

/// <summary>A record that can never work, with all that is needed to understand it and to redrive it.</summary>
public sealed record DeadLetter
{
    /// <summary>The function that could not handle it.</summary>
    public required string Function { get; init; }

    /// <summary>The stream's name.</summary>
    public required string StreamName { get; init; }

    /// <summary>The stream's ARN.</summary>
    public required string StreamArn { get; init; }

    /// <summary>The shard it came from.</summary>
    public required string ShardId { get; init; }

    /// <summary>Its sequence number, in decimal.</summary>
    public required string SequenceNumber { get; init; }

    /// <summary>Its partition key.</summary>
    public required string PartitionKey { get; init; }

    /// <summary>When the stream received it.</summary>
    public required DateTimeOffset ArrivalTime { get; init; }

    /// <summary>
    /// A short, stable name of the cause, such as <c>MalformedJson</c>; the exception's type when it threw.
    /// </summary>
    public required string Reason { get; init; }

    /// <summary>What exactly went wrong; the whole exception when it threw. Null when the reason says it all.</summary>
    public string? Error { get; init; }

    /// <summary>How often the function was invoked with it, in this process.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it was given up.</summary>
    public required DateTimeOffset DeadLetteredAt { get; init; }

    /// <summary>The exact bytes; base64 in JSON.</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }
}
