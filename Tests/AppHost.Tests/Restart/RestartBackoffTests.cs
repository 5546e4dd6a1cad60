using TelemetryAspire.AppHost.Restart;

namespace TelemetryAspire.AppHost.Tests.Restart;

public sealed class RestartBackoffTests
{
    private static readonly TimeSpan ShortRun = TimeSpan.FromSeconds(2);

    [Fact]
    public void Waits_double_from_1_second_to_30()
    {
        var backoff = new RestartBackoff();

        var waits = Enumerable.Range(0, 8).Select(_ => backoff.After(ShortRun).TotalSeconds);

        Assert.Equal([1, 2, 4, 8, 16, 30, 30, 30], waits);
    }

    [Fact]
    public void A_crash_after_a_good_run_counts_as_the_first()
    {
        var backoff = new RestartBackoff();
        backoff.After(ShortRun);
        backoff.After(ShortRun);

        Assert.Equal(RestartBackoff.First, backoff.After(RestartBackoff.GoodRun));
    }

    [Fact]
    public void Years_of_crashes_do_not_overflow()
    {
        var backoff = new RestartBackoff();

        for (var crash = 0; crash < 100_000; crash++)
        {
            backoff.After(ShortRun);
        }

        Assert.Equal(RestartBackoff.Longest, backoff.After(ShortRun));
    }
}
