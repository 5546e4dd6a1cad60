using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>
/// An AppHost's program, running on a thread of its own and held at its <c>Build()</c> until the test goes on.
/// </summary>
/// <param name="entryPoint">A class of the AppHost's assembly.</param>
/// <param name="args">The program's arguments.</param>
/// <param name="constructing">Changes the options its builder is made with.</param>
internal sealed class AppHostProgram(
    Type entryPoint,
    string[] args,
    Action<DistributedApplicationOptions, HostApplicationBuilderSettings> constructing)
{
    private readonly TaskCompletionSource<DistributedApplicationBuilder> _builder =
        NewSource<DistributedApplicationBuilder>();
    private readonly TaskCompletionSource<DistributedApplication> _application = NewSource<DistributedApplication>();
    private readonly TaskCompletionSource _mayBuild = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayRun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The program's builder, once the program has called <c>Build()</c>.</summary>
    public Task<DistributedApplicationBuilder> Builder => _builder.Task;

    /// <summary>Completes when the program has ended, with its failure when it failed.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Called with the builder as soon as it is made.</summary>
    public Action<DistributedApplicationBuilder>? Constructed { get; init; }

    /// <summary>Called with the builder when the program builds.</summary>
    public Action<DistributedApplicationBuilder>? Building { get; init; }

    public void Start() => new Thread(Run) { IsBackground = true, Name = $"AppHost {entryPoint.Name}" }.Start();

    /// <summary>Lets <c>Build()</c> go on, and returns what it makes.</summary>
    public async Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken)
    {
        _mayBuild.TrySetResult();
        return await _application.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets the program go on after <c>Build()</c>; it is expected to run the application.</summary>
    public void GoOn() => _mayRun.TrySetResult();

    /// <summary>Ends a program that was never let go on.</summary>
    public void Abandon()
    {
        var abandoned = new HostAbortedException();
        _mayBuild.TrySetException(abandoned);
        _mayRun.TrySetException(abandoned);
    }

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Run()
    {
        using var interception = BuilderInterception.Begin(constructing);
        interception.Constructed += builder => Constructed?.Invoke(builder);
        interception.Building += builder =>
        {
            _builder.TrySetResult(builder);
            _mayBuild.Task.GetAwaiter().GetResult();
            Building?.Invoke(builder);
        };
        interception.Built += application =>
        {
            _application.TrySetResult(application);
            _mayRun.Task.GetAwaiter().GetResult();
        };

        try
        {
            InvokeEntryPoint();
            End(new InvalidOperationException("The AppHost's program ended without building an application."));
            _ended.TrySetResult();
        }
        catch (HostAbortedException)
        {
            End(new InvalidOperationException("The test ended before the AppHost's program went on."));
            _ended.TrySetResult();
        }
        catch (Exception failure)
        {
            // Whatever the program threw belongs to the test that waits for it.
            End(failure);
            _ended.TrySetException(failure);
        }
    }

    private void InvokeEntryPoint()
    {
        var main = entryPoint.Assembly.EntryPoint
            ?? throw new InvalidOperationException($"The assembly of '{entryPoint}' has no entry point.");
        try
        {
            main.Invoke(obj: null, main.GetParameters().Length == 0 ? [] : [args]);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(failure.InnerException);
        }
    }

    /// <summary>Tells those who still wait; it changes nothing for what has been there before.</summary>
    private void End(Exception failure)
    {
        _builder.TrySetException(failure);
        _application.TrySetException(failure);
    }
}
