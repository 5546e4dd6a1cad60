using System.Globalization;

namespace TelemetryAspire.FunctionHost.Checkpoints;

/// <summary>A checkpoint as text whose order, byte by byte, is the checkpoint's order.</summary>
internal static class CheckpointText
{
    // After every digit in ASCII, as the end of a shard is after every record.
    private const string ShardEnd = "SHARD_END";

    public static string Write(Checkpoint checkpoint) => checkpoint.LastHandled is { } number
        ? number.Value.ToString("D" + SequenceNumber.MaxDigits, CultureInfo.InvariantCulture)
        : ShardEnd;

    public static Checkpoint Read(string text) =>
        text == ShardEnd ? Checkpoint.ShardEnd : Checkpoint.At(SequenceNumber.Parse(text));
}
