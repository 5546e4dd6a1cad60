using System.Text;

namespace TelemetryAspire.Benchmarks.Load;

/// <summary>Reads the one thing that counts of the answer to a batch of records.</summary>
internal static class PutAnswer
{
    /// <summary>A record that was not stored must not be counted.</summary>
    /// <param name="json">The answer; servers differ in the order of members and in white space.</param>
    /// <param name="countMember">The member that says how many records failed, with its quotes and colon.</param>
    /// <exception cref="InvalidOperationException">A record failed.</exception>
    public static void RequireNoFailure(ReadOnlySpan<byte> json, ReadOnlySpan<byte> countMember)
    {
        var start = json.IndexOf(countMember);
        if (start < 0 || json[(start + countMember.Length)..].TrimStart((byte)' ') is not [(byte)'0', ..])
        {
            throw new InvalidOperationException($"A record was not stored: {Encoding.UTF8.GetString(json)}");
        }
    }
}
