namespace TelemetryAspire.Simulator.Replay;

/// <summary>What becomes of the times of replayed messages.</summary>
internal enum ReplayTimes
{
    /// <summary>They stay, and so does every byte of a message.</summary>
    Original,

    /// <summary>
    /// A message's time becomes the moment it is sent at; nothing else of it changes. At
    /// <see cref="ReplayOptions.Speed"/> 0 the messages keep their distances instead, and the latest of the file is
    /// now.
    /// </summary>
    ShiftedToNow,
}
