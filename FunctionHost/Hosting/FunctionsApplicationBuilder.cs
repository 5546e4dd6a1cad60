using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TelemetryAspire.FunctionHost;

/// <summary>Collects the functions, middleware and services of an application.</summary>
public sealed class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    private readonly HostApplicationBuilder _inner;

    internal FunctionsApplicationBuilder(string[] args)
    {
        // The weakest source, so that DOTNET_contentRoot and --contentRoot still win. Settings do not change while a
        // function runs, so no file is watched.
        var defaults = new ConfigurationManager();
        defaults.AddInMemoryCollection(
        [
            new(HostDefaults.ContentRootKey, AppContext.BaseDirectory),
            new("hostBuilder:reloadConfigOnChange", "false"),
        ]);
        var settings = new HostApplicationBuilderSettings { Args = args, Configuration = defaults };
        _inner = new HostApplicationBuilder(settings);
    }

    /// <inheritdoc/>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_inner).Properties;

    /// <inheritdoc cref="IHostApplicationBuilder.Configuration"/>
    public ConfigurationManager Configuration => _inner.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => _inner.Configuration;

    /// <inheritdoc/>
    public IHostEnvironment Environment => _inner.Environment;

    /// <inheritdoc/>
    public ILoggingBuilder Logging => _inner.Logging;

    /// <inheritdoc/>
    public IMetricsBuilder Metrics => _inner.Metrics;

    /// <inheritdoc/>
    public IServiceCollection Services => _inner.Services;

    /// <inheritdoc/>
    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => _inner.ConfigureContainer(factory, configure);

    /// <summary>Builds the application. Settings are checked when it starts, before any function can run.</summary>
    public IHost Build() => new FunctionsHost(_inner.Build());
}
