using System.Diagnostics;
using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>The builder behind <see cref="DistributedApplication.CreateBuilder(string[])"/>.</summary>
public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    /// <summary>Tells whoever tests the AppHost about each step of its making.</summary>
    private static readonly DiagnosticListener Diagnostics = new("Aspire.Hosting");

    private readonly HostApplicationBuilder _host;
    private readonly ResourceCollection _resources = [];
    private bool _built;

    /// <summary>A builder for a command line.</summary>
    public DistributedApplicationBuilder(string[] args)
        : this(new DistributedApplicationOptions { Args = args })
    {
    }

    /// <summary>A builder with options.</summary>
    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = new HostApplicationBuilderSettings { Args = options.Args };
        Tell("DistributedApplicationBuilderConstructing", (options, settings));

        AppHostAssembly = options.FindAssembly();
        AppHostDirectory = options.ProjectDirectory ?? AppHostMetadata.ProjectDirectory(AppHostAssembly)
            ?? Directory.GetCurrentDirectory();
        AppHostPath = Path.Join(AppHostDirectory, AppHostMetadata.ProjectName(AppHostAssembly) ?? "AppHost");
        settings.ContentRootPath ??= AppHostDirectory;
        settings.ApplicationName ??= AppHostAssembly?.GetName().Name;
        _host = new HostApplicationBuilder(settings);
        _host.Configuration["AppHost:Directory"] = AppHostDirectory;
        _host.Configuration["AppHost:Path"] = AppHostPath;
        ExecutionContext = new DistributedApplicationExecutionContext(DistributedApplicationOperation.Run);
        AppHostServices.Add(this, options);
        Tell("DistributedApplicationBuilderConstructed", this);
    }

    /// <inheritdoc/>
    public ConfigurationManager Configuration => _host.Configuration;

    /// <inheritdoc/>
    public string AppHostDirectory { get; }

    /// <summary>The path of the AppHost's project.</summary>
    public string AppHostPath { get; }

    /// <inheritdoc/>
    public Assembly? AppHostAssembly { get; }

    /// <inheritdoc/>
    public IHostEnvironment Environment => _host.Environment;

    /// <inheritdoc/>
    public IServiceCollection Services => _host.Services;

    /// <inheritdoc/>
    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    /// <inheritdoc/>
    public DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <inheritdoc/>
    public IResourceCollection Resources => _resources;

    internal Microsoft.Extensions.Logging.ILoggingBuilder Logging => _host.Logging;

    /// <inheritdoc/>
    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (_resources.TryGetByName(resource.Name, out var other))
        {
            throw new DistributedApplicationException(
                $"Cannot add resource of type '{resource.GetType()}' with name '{resource.Name}' because " +
                $"resource of type '{other.GetType()}' with that name already exists. " +
                "Resource names are case-insensitive.");
        }

        _resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    /// <inheritdoc/>
    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new ResourceBuilder<T>(this, resource);
    }

    /// <inheritdoc/>
    public DistributedApplication Build()
    {
        if (_built)
        {
            throw new InvalidOperationException("Build can only be called once.");
        }

        _built = true;
        Tell("DistributedApplicationBuilding", this);
        var application = new DistributedApplication(_host.Build());
        Tell("DistributedApplicationBuilt", application);
        return application;
    }

    private static void Tell(string step, object payload)
    {
        if (Diagnostics.IsEnabled() && Diagnostics.IsEnabled(step))
        {
            Diagnostics.Write(step, payload);
        }
    }
}
