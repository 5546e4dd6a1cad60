using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>
/// The builder a test sees: the AppHost's own, with a <c>Build</c> that lets the AppHost's program go on.
/// </summary>
/// <param name="inner">The AppHost's builder.</param>
/// <param name="program">The AppHost's program; null when the test itself made the builder.</param>
internal sealed class TestingBuilder(DistributedApplicationBuilder inner, AppHostProgram? program)
    : IDistributedApplicationTestingBuilder
{
    private bool _built;

    public ConfigurationManager Configuration => inner.Configuration;

    public string AppHostDirectory => inner.AppHostDirectory;

    public Assembly? AppHostAssembly => inner.AppHostAssembly;

    public IHostEnvironment Environment => inner.Environment;

    public IServiceCollection Services => inner.Services;

    public IDistributedApplicationEventing Eventing => inner.Eventing;

    public DistributedApplicationExecutionContext ExecutionContext => inner.ExecutionContext;

    public IResourceCollection Resources => inner.Resources;

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource => inner.AddResource(resource);

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => inner.CreateResourceBuilder(resource);

    public DistributedApplication Build() => BuildAsync().GetAwaiter().GetResult();

    public async Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default)
    {
        _built = true;
        return program is null
            ? inner.Build()
            : new TestedApplication(await program.BuildAsync(cancellationToken), program);
    }

    public void Dispose()
    {
        // Once built, the application is the test's to dispose.
        if (!_built)
        {
            program?.Abandon();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
