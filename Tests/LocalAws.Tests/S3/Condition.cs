namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>Waits for what another thread or process is to bring about.</summary>
internal static class Condition
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Returns when <paramref name="holds"/> is true; fails the test when that takes too long.</summary>
    public static async Task HoldsAsync(string what, Func<CancellationToken, Task<bool>> holds)
    {
        using var timeout = new CancellationTokenSource(Longest, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            timeout.Token, TestContext.Current.CancellationToken);
        try
        {
            while (!await holds(either.Token))
            {
                await Task.Delay(Pause, TimeProvider.System, either.Token);
            }
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            Assert.Fail($"In {Longest}, this did not come about: {what}.");
        }
    }
}
