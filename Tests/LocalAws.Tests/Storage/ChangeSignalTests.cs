using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests.Storage;

public sealed class ChangeSignalTests
{
    [Fact]
    public void A_change_wakes_everyone_who_waits_and_nobody_who_comes_later()
    {
        var signal = new ChangeSignal();
        Task[] waiting = [signal.Next, signal.Next];

        signal.Raise();

        Assert.All(waiting, wait => Assert.True(wait.IsCompletedSuccessfully));
        Assert.False(signal.Next.IsCompleted);
    }

    [Fact]
    public async Task No_change_is_lost_between_the_look_and_the_wait()
    {
        const int Last = 200_000;
        var signal = new ChangeSignal();
        var value = 0;
        var writer = Task.Run(
            () =>
            {
                for (var i = 1; i <= Last; i++)
                {
                    Volatile.Write(ref value, i);
                    signal.Raise();
                }
            },
            TestContext.Current.CancellationToken);

        while (true)
        {
            var changed = signal.Next;
            if (Volatile.Read(ref value) == Last)
            {
                break;
            }

            await changed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }

        await writer;
    }
}
