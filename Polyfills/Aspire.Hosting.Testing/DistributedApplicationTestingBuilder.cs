using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Starts AppHosts in tests.</summary>
public static class DistributedApplicationTestingBuilder
{
    /// <summary>Runs an AppHost's program up to its <c>Build()</c>.</summary>
    /// <typeparam name="TEntryPoint">A class of the AppHost's assembly, such as <c>Projects.AppHost</c>.</typeparam>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>([], cancellationToken);

    /// <summary>Runs an AppHost's program with arguments up to its <c>Build()</c>.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>(args, (_, _) => { }, cancellationToken);

    /// <summary>
    /// Runs an AppHost's program up to its <c>Build()</c>, having changed the options its builder is made with.
    /// </summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[] args,
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder,
        CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync(typeof(TEntryPoint), args, configureBuilder, cancellationToken);

    /// <summary>Runs an AppHost's program up to its <c>Build()</c>.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync(
        Type entryPoint, CancellationToken cancellationToken = default) =>
        CreateAsync(entryPoint, [], cancellationToken);

    /// <summary>Runs an AppHost's program with arguments up to its <c>Build()</c>.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync(
        Type entryPoint, string[] args, CancellationToken cancellationToken = default) =>
        CreateAsync(entryPoint, args, (_, _) => { }, cancellationToken);

    /// <summary>
    /// Runs an AppHost's program up to its <c>Build()</c>, having changed the options its builder is made with.
    /// </summary>
    /// <exception cref="InvalidOperationException">The program ended without building an application.</exception>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync(
        Type entryPoint,
        string[] args,
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(configureBuilder);
        var program = new AppHostProgram(entryPoint, args, (options, settings) =>
        {
            TestingDefaults.Apply(entryPoint, options, settings);
            configureBuilder(options, settings);
        });
        program.Start();
        return new TestingBuilder(await program.Builder.WaitAsync(cancellationToken), program);
    }

    /// <summary>A builder without an AppHost project, for a model made by the test itself.</summary>
    public static IDistributedApplicationTestingBuilder Create(params string[] args) => Create(args, (_, _) => { });

    /// <summary>A builder without an AppHost project, having changed the options it is made with.</summary>
    public static IDistributedApplicationTestingBuilder Create(
        string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(configureBuilder);
        using var interception = BuilderInterception.Begin((options, settings) =>
        {
            TestingDefaults.Apply(entryPoint: null, options, settings);
            configureBuilder(options, settings);
        });
        return new TestingBuilder(
            new DistributedApplicationBuilder(new DistributedApplicationOptions { Args = args }), program: null);
    }
}
