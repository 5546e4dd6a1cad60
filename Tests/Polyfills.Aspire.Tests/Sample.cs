using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TelemetryAspire.Polyfills.Aspire.Tests;

/// <summary>Applications of one test, and what tests read from them.</summary>
internal static class Sample
{
    /// <summary>More than anything here takes on a busy machine; only a failing test waits this long.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The csproj of the sample service.</summary>
    public static string ServiceProject { get; } = Path.GetFullPath(Path.Combine(
        Projects.Polyfills_Aspire_SampleAppHost.ProjectPath,
        "..", "Polyfills.Aspire.SampleService", "Polyfills.Aspire.SampleService.csproj"));

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A builder whose AppHost assembly knows where the sample service's program is.</summary>
    public static IDistributedApplicationTestingBuilder NewBuilder(params string[] args) =>
        DistributedApplicationTestingBuilder.Create(
            args, (options, _) =>
                options.AssemblyName = typeof(Projects.Polyfills_Aspire_SampleAppHost).Assembly.GetName().Name);

    public static IResourceBuilder<ProjectResource> AddService(
        this IDistributedApplicationBuilder builder, string name, params string[] args) =>
        builder.AddProject(name, ServiceProject, launchProfileName: null).WithHttpEndpoint().WithArgs(args);

    /// <summary>A shell script as a resource.</summary>
    public static IResourceBuilder<ExecutableResource> AddScript(
        this IDistributedApplicationBuilder builder, string name, string script, params string[] args) =>
        builder.AddExecutable(name, "/bin/sh", ".", ["-c", script, "sh", .. args]);

    public static async Task<DistributedApplication> StartedAsync(this IDistributedApplicationTestingBuilder builder)
    {
        // What a test needs of the logs it reads from the resources; the rest would only fill the console.
        builder.Services.AddLogging(logging => logging.ClearProviders());
        var application = await builder.BuildAsync(Cancellation);
        await application.StartAsync(Cancellation).WaitAsync(Limit, Cancellation);
        return application;
    }

    public static Task<ResourceEvent> UntilAsync(
        this DistributedApplication application, string name, Func<CustomResourceSnapshot, bool> condition) =>
        application.ResourceNotifications
            .WaitForResourceAsync(name, change => condition(change.Snapshot), Cancellation)
            .WaitAsync(Limit, Cancellation);

    public static Task<ResourceEvent> UntilAsync(this DistributedApplication application, string name, string state) =>
        application.UntilAsync(name, snapshot => snapshot.State?.Text == state);

    public static Task<ResourceEvent> UntilHealthyAsync(this DistributedApplication application, string name) =>
        application.ResourceNotifications.WaitForResourceHealthyAsync(name, Cancellation)
            .WaitAsync(Limit, Cancellation);

    public static int ProcessIdOf(this ResourceEvent change) =>
        int.Parse((string)change.Snapshot.Properties.Single(one => one.Name == "executable.pid").Value!, null);

    /// <summary>What a service answers to a GET, once it listens.</summary>
    public static async Task<string[]> AskAsync(this DistributedApplication application, string name, string path)
    {
        await application.LineAsync(name, "ready");
        using var client = application.CreateHttpClient(name);
        var answer = await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);
        return answer.Split('\n');
    }
}
