using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Starts an AppHost for tests that change how it is made by deriving from this class.</summary>
/// <param name="entryPoint">A class of the AppHost's assembly.</param>
/// <param name="args">The program's arguments.</param>
public class DistributedApplicationFactory(Type entryPoint, string[] args) : IDisposable, IAsyncDisposable
{
    private DistributedApplication? _application;

    /// <summary>Starts an AppHost without arguments.</summary>
    public DistributedApplicationFactory(Type entryPoint)
        : this(entryPoint, [])
    {
    }

    private DistributedApplication Application =>
        _application ?? throw new InvalidOperationException("The application has not started; await StartAsync first.");

    /// <summary>Runs the AppHost's program and starts its application.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        var program = new AppHostProgram(entryPoint, args, (options, settings) =>
        {
            TestingDefaults.Apply(entryPoint, options, settings);
            OnBuilderCreating(options, settings);
        })
        {
            Constructed = OnBuilderCreated,
            Building = OnBuilding,
        };
        program.Start();
        await program.Builder.WaitAsync(cancellationToken);
        _application = new TestedApplication(await program.BuildAsync(cancellationToken), program);
        OnBuilt(_application);
        await _application.StartAsync(cancellationToken);
    }

    /// <summary>A client for an endpoint.</summary>
    public HttpClient CreateHttpClient(string resourceName, string? endpointName = null) =>
        Application.CreateHttpClient(resourceName, endpointName);

    /// <summary>The URL of an endpoint; https, else http, when none is named.</summary>
    public Uri GetEndpoint(string resourceName, string? endpointName = null) =>
        Application.GetEndpoint(resourceName, endpointName);

    /// <summary>The connection string of a resource.</summary>
    public ValueTask<string?> GetConnectionString(string resourceName) =>
        Application.GetConnectionStringAsync(resourceName);

    /// <summary>Stops the application.</summary>
    public virtual void Dispose()
    {
        _application?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops the application.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The builder is about to be made with these options.</summary>
    protected virtual void OnBuilderCreating(
        DistributedApplicationOptions applicationOptions, HostApplicationBuilderSettings hostOptions)
    {
    }

    /// <summary>The builder was made; the program has not added anything yet.</summary>
    protected virtual void OnBuilderCreated(DistributedApplicationBuilder applicationBuilder)
    {
    }

    /// <summary>The program has added everything and builds.</summary>
    protected virtual void OnBuilding(DistributedApplicationBuilder applicationBuilder)
    {
    }

    /// <summary>The application was built; it has not started yet.</summary>
    protected virtual void OnBuilt(DistributedApplication application)
    {
    }
}
