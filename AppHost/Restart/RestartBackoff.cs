namespace TelemetryAspire.AppHost.Restart;

/// <summary>How long to wait before the next start of one resource.</summary>
internal sealed class RestartBackoff
{
    /// <summary>The wait after a first crash.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>A run as long as this was a good one: the crash that ended it counts as the first.</summary>
    public static readonly TimeSpan GoodRun = TimeSpan.FromMinutes(1);

    /// <summary>Crashes in a row.</summary>
    public int Crashes { get; private set; }

    /// <summary>Counts a crash.</summary>
    /// <param name="ranFor">How long the run had lasted.</param>
    /// <returns>The wait before the next start.</returns>
    public TimeSpan After(TimeSpan ranFor)
    {
        Crashes = ranFor >= GoodRun ? 1 : Crashes + 1;
        var doublings = Math.Min(Crashes - 1, 10);
        var wait = First * Math.Pow(2, doublings);
        return wait < Longest ? wait : Longest;
    }
}
