using Microsoft.Extensions.Time.Testing;

namespace TelemetryAspire.FunctionHost.Tests.Hosting;

/// <summary>
/// Kills the worker at every step it takes, one run per step: it never comes back from that step, as a killed process
/// does not, and a new worker goes on with what is durable.
/// </summary>
public sealed class CrashTests
{
    private const int RecordCount = 40;

    // 1 to 40 before a split, 41 to 50 and 51 to 60 after it.
    private static readonly string[] Everything = [.. Enumerable.Range(1, RecordCount + 20).Select(n => $"{n}")];

    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_record_is_lost_wherever_the_worker_is_killed(int seed)
    {
        var crashes = 0;
        for (var step = 1; await RunAsync(seed, step); step++)
        {
            crashes++;
        }

        Assert.InRange(crashes, 30, 1000);
    }

    /// <summary>
    /// One run, with the worker killed at <paramref name="crashStep"/>; false when it took fewer steps.
    /// </summary>
    private async Task<bool> RunAsync(int seed, int crashStep)
    {
        using var stream = NewStream();
        var world = new CrashWorld(seed);
        var steps = new CrashSteps(crashStep);

        await using (var doomed = await StartAsync(stream, world, steps))
        {
            await Eventually.UntilAsync(_clock, () => steps.HasCrashed || world.IsDone(stream));
        }

        if (steps.HasCrashed)
        {
            world.CheckNothingSkipped(stream);
            await using var next = await StartAsync(stream, world, new CrashSteps(crashAt: null));
            await Eventually.UntilAsync(_clock, () => world.IsDone(stream), text: $"seed {seed}, step {crashStep}");
        }

        world.CheckNothingSkipped(stream);
        Assert.Equal(Everything.Order(), world.Sink.Union(world.DeadLetterTexts).Order());
        return steps.HasCrashed;
    }

    private FakeKinesis NewStream()
    {
        var stream = new FakeKinesis(_clock);
        for (var n = 1; n <= RecordCount; n++)
        {
            stream.Put($"{n}");
        }

        var (left, right) = stream.Split(0);
        for (var n = 1; n <= 10; n++)
        {
            stream.Put($"{RecordCount + n}", left);
            stream.Put($"{RecordCount + 10 + n}", right);
        }

        return stream;
    }

    private Task<CrashHost> StartAsync(FakeKinesis stream, CrashWorld world, CrashSteps steps) =>
        CrashHost.StartAsync(_clock, stream, world, steps);
}
