using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>What strikes one call.</summary>
internal abstract record Fault;

/// <summary>The call waits; later rules are asked too.</summary>
internal sealed record Latency(TimeSpan Duration) : Fault;

/// <summary>The call is not handled; its caller gets this error in the shape of its protocol.</summary>
internal sealed record InjectedError(string Code, string Message, int StatusCode) : Fault
{
    /// <summary>As the JSON and query protocols throw it.</summary>
    public AwsException ToAwsException() => new(Code, Message, StatusCode);
}

/// <summary>The caller loses its connection, or its HTTP/2 stream.</summary>
internal sealed record ConnectionDrop(DropMoment Moment) : Fault
{
    /// <summary>The moments by their names.</summary>
    public static readonly IReadOnlyDictionary<string, DropMoment> Moments = new Dictionary<string, DropMoment>
    {
        ["beforeHandling"] = DropMoment.BeforeHandling,
        ["afterHandling"] = DropMoment.AfterHandling,
        ["duringReply"] = DropMoment.DuringReply,
    };
}

/// <summary>When a connection drops: both outcomes look alike to a caller, who must call again.</summary>
internal enum DropMoment
{
    /// <summary>Nothing was done.</summary>
    BeforeHandling,

    /// <summary>All was done, and no byte of the reply is sent.</summary>
    AfterHandling,

    /// <summary>All was done, and the reply ends in the middle of its body.</summary>
    DuringReply,
}
