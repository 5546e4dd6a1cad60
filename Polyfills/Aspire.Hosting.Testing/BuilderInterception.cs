using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Hears of the steps in which an AppHost's builder is made and used, in one flow of execution.</summary>
/// <remarks>
/// Every builder of the process tells its steps to everyone who listens. Tests run side by side, so an interception
/// only takes what happens in the flow that began it.
/// </remarks>
internal sealed class BuilderInterception
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<BuilderInterception?> Current = new();

    private readonly Action<DistributedApplicationOptions, HostApplicationBuilderSettings> _constructing;
    private readonly List<IDisposable> _subscriptions = [];

    private BuilderInterception(Action<DistributedApplicationOptions, HostApplicationBuilderSettings> constructing) =>
        _constructing = constructing;

    /// <summary>The builder was made.</summary>
    public event Action<DistributedApplicationBuilder>? Constructed;

    /// <summary><c>Build()</c> was called.</summary>
    public event Action<DistributedApplicationBuilder>? Building;

    /// <summary><c>Build()</c> is about to return the application.</summary>
    public event Action<DistributedApplication>? Built;

    /// <summary>Begins to listen in the current flow of execution.</summary>
    /// <param name="constructing">Changes the options a builder is about to be made with.</param>
    public static BuilderInterception Begin(
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> constructing)
    {
        var interception = new BuilderInterception(constructing);
        Current.Value = interception;
        interception._subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(interception));
        return interception;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Aspire.Hosting")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Current.Value != this)
        {
            return;
        }

        switch (value.Key)
        {
            case "DistributedApplicationBuilderConstructing":
                var (options, settings) = ((DistributedApplicationOptions, HostApplicationBuilderSettings))value.Value!;
                _constructing(options, settings);
                break;
            case "DistributedApplicationBuilderConstructed":
                Constructed?.Invoke((DistributedApplicationBuilder)value.Value!);
                break;
            case "DistributedApplicationBuilding":
                Building?.Invoke((DistributedApplicationBuilder)value.Value!);
                break;
            case "DistributedApplicationBuilt":
                Built?.Invoke((DistributedApplication)value.Value!);
                break;
            default:
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        if (Current.Value == this)
        {
            Current.Value = null;
        }
    }
}
