using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using LocalStack.Client.Contracts;
using LocalStack.Client.Options;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LocalStack.Client.Extensions;

/// <summary>Registers AWS clients that talk to LocalStack or to AWS, as section <c>LocalStack</c> says.</summary>
public static class ServiceCollectionExtensions
{
    private const string SectionName = "LocalStack";

    /// <summary>Binds section <c>LocalStack</c> of <paramref name="configuration"/> and registers the session.</summary>
    public static IServiceCollection AddLocalStack(this IServiceCollection collection, IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection(SectionName);
        collection.Configure<LocalStackOptions>(options => Bind(section, options));
        collection.Configure<SessionOptions>(options => Bind(section.GetSection("Session"), options));
        collection.Configure<ConfigOptions>(options => Bind(section.GetSection("Config"), options));
        collection.TryAddSingleton(provider => SessionStandalone.Init()
            .WithSessionOptions(provider.GetRequiredService<IOptions<SessionOptions>>().Value)
            .WithConfigurationOptions(provider.GetRequiredService<IOptions<ConfigOptions>>().Value)
            .Create());
        return collection;
    }

    /// <summary>Sets the options of clients that do not talk to LocalStack.</summary>
    public static IServiceCollection AddDefaultAwsOptions(this IServiceCollection collection, AWSOptions options) =>
        collection.AddDefaultAWSOptions(options);

    /// <summary>Registers a client, made when first asked for.</summary>
    /// <typeparam name="TService">Interface of the service, for example <c>IAmazonKinesis</c>.</typeparam>
    /// <param name="collection">Where to register it.</param>
    /// <param name="lifetime">How long a client lives.</param>
    /// <param name="useServiceUrl">Whether LocalStack is the service URL, not a proxy; see <see cref="ISession"/>.</param>
    public static IServiceCollection AddAwsService<TService>(
        this IServiceCollection collection,
        ServiceLifetime lifetime = ServiceLifetime.Singleton,
        bool useServiceUrl = false)
        where TService : IAmazonService =>
        collection.AddAwsService<TService>(null, lifetime, useServiceUrl);

    /// <summary>Registers a client with options of its own for the case that it does not talk to LocalStack.</summary>
    public static IServiceCollection AddAwsService<TService>(
        this IServiceCollection collection,
        AWSOptions? options,
        ServiceLifetime lifetime = ServiceLifetime.Singleton,
        bool useServiceUrl = false)
        where TService : IAmazonService
    {
        collection.Add(Describe<TService>(options, lifetime, useServiceUrl));
        return collection;
    }

    /// <summary>As AddAwsService, unless the service is registered already.</summary>
    public static IServiceCollection TryAddAwsService<TService>(
        this IServiceCollection collection,
        ServiceLifetime lifetime = ServiceLifetime.Singleton,
        bool useServiceUrl = false)
        where TService : IAmazonService =>
        collection.TryAddAwsService<TService>(null, lifetime, useServiceUrl);

    /// <summary>As AddAwsService, unless the service is registered already.</summary>
    public static IServiceCollection TryAddAwsService<TService>(
        this IServiceCollection collection,
        AWSOptions? options,
        ServiceLifetime lifetime = ServiceLifetime.Singleton,
        bool useServiceUrl = false)
        where TService : IAmazonService
    {
        collection.TryAdd(Describe<TService>(options, lifetime, useServiceUrl));
        return collection;
    }

    private static void Bind(IConfiguration section, object options) =>
        section.Bind(options, binder => binder.BindNonPublicProperties = true);

    private static ServiceDescriptor Describe<TService>(
        AWSOptions? options, ServiceLifetime lifetime, bool useServiceUrl)
        where TService : IAmazonService
    {
        // The factory of the official registration: version 2.0.0 reaches for it by a constructor that
        // AWSSDK.Extensions.NETCore.Setup has since changed, and fails when LocalStack is off.
        Func<IServiceProvider, object> createForAws = new ServiceCollection()
            .AddAWSService<TService>(options, lifetime)[0].ImplementationFactory!;

        return new ServiceDescriptor(
            typeof(TService),
            provider => provider.GetRequiredService<IOptions<LocalStackOptions>>().Value.UseLocalStack
                ? provider.GetRequiredService<ISession>().CreateClientByInterface<TService>(useServiceUrl)
                : createForAws(provider),
            lifetime);
    }
}
