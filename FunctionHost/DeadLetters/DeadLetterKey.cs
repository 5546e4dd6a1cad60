using System.Globalization;

namespace TelemetryAspire.FunctionHost.DeadLetters;

/// <summary>The S3 key of a dead letter.</summary>
internal static class DeadLetterKey
{
    /// <summary>
    /// <c>{prefix}{function}/{yyyy}/{MM}/{dd}/{shard}/{sequence number}</c>, by the arrival's UTC date: made of the
    /// record alone, so that a repeat overwrites itself.
    /// </summary>
    public static string Of(DeadLetter deadLetter, string prefix)
    {
        var date = deadLetter.ArrivalTime.UtcDateTime.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
        return $"{prefix}{deadLetter.Function}/{date}/{deadLetter.ShardId}/{deadLetter.SequenceNumber}";
    }
}
