namespace TelemetryAspire.FunctionHost.Tests.Hosting;

/// <summary>Counts the steps of a worker and kills it at one: that step and every later one never return.</summary>
internal sealed class CrashSteps(int? crashAt)
{
    private int _steps;

    public bool HasCrashed => crashAt is { } at && Volatile.Read(ref _steps) >= at;

    public Task PassAsync()
    {
        var step = Interlocked.Increment(ref _steps);
        return step >= crashAt ? new TaskCompletionSource().Task : Task.CompletedTask;
    }
}
