using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>An application that its own program runs, and a test starts and stops.</summary>
/// <param name="inner">The application the program built.</param>
/// <param name="program">The program.</param>
internal sealed class TestedApplication(DistributedApplication inner, AppHostProgram program)
    : DistributedApplication(inner)
{
    private readonly IHostApplicationLifetime _lifetime = inner.Services.GetRequiredService<IHostApplicationLifetime>();
    private bool _started;

    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        _started = true;
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = _lifetime.ApplicationStarted.Register(() => running.TrySetResult());
        program.GoOn();
        await Task.WhenAny(running.Task, program.Ended).WaitAsync(cancellationToken);
        if (!running.Task.IsCompleted)
        {
            await program.Ended;
            throw new InvalidOperationException("The AppHost's program ended without starting the application.");
        }
    }

    public override async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await StartAsync(cancellationToken);
        await program.Ended.WaitAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        _lifetime.StopApplication();
        await program.Ended.WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        EndAsync().GetAwaiter().GetResult();
        base.Dispose();
    }

    public override async ValueTask DisposeAsync()
    {
        await EndAsync();
        await base.DisposeAsync();
    }

    private async Task EndAsync()
    {
        if (!_started)
        {
            program.Abandon();
        }
        else if (!program.Ended.IsCompleted)
        {
            await StopAsync();
        }
    }
}
