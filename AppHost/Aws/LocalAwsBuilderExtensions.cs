using TelemetryAspire.AppHost.Restart;

namespace TelemetryAspire.AppHost.Aws;

/// <summary>Adds LocalAws, and aims other resources at it.</summary>
internal static class LocalAwsBuilderExtensions
{
    /// <summary>The region everything local is in; LocalAws takes any.</summary>
    public const string Region = "us-east-1";

    /// <summary>The access key and the secret of everything local; LocalAws takes any.</summary>
    public const string Credential = "test";

    /// <summary>
    /// Adds LocalAws on the port of setting <c>LocalAws:Port</c> (4566; 0 takes a free one), with its data in
    /// <c>LocalAws:DataDirectory</c> (<c>.localaws/</c> in the repository root).
    /// </summary>
    /// <exception cref="DistributedApplicationException">The port is none.</exception>
    public static IResourceBuilder<ProjectResource> AddLocalAws(
        this IDistributedApplicationBuilder builder, string name)
    {
        var port = LocalAwsPort.Read(builder.Configuration);
        var dataDirectory = builder.LocalAwsDataDirectory();
        builder.OnBeforeStart((_, cancellationToken) =>
            LocalAwsPreflight.CheckAsync(port, dataDirectory, TimeProvider.System, cancellationToken));
        return builder.AddProject<Projects.LocalAws>(name, launchProfileName: null)
            .WithSettings("LocalAws")
            .WithEnvironment("LocalAws__DataDirectory", dataDirectory)
            .WithHttpEndpoint(port == 0 ? null : port, name: "http", env: "LocalAws__Port", isProxied: port == 0)
            .WithEnvironment(context => context.EnvironmentVariables.Remove("ASPNETCORE_URLS"))
            .WithHttpHealthCheck("/_localaws/health")
            .WithUrlForEndpoint("http", url => url.DisplayText = "AWS endpoint")
            .WithRestart();
    }

    /// <summary>The absolute path of LocalAws's data, which checkpoints lie beside.</summary>
    public static string LocalAwsDataDirectory(this IDistributedApplicationBuilder builder) =>
        builder.Configuration["LocalAws:DataDirectory"] is { Length: > 0 } given
            ? UserPath.ToFull(given)
            : Path.GetFullPath(Path.Combine("..", ".localaws"), builder.AppHostDirectory);

    /// <summary>
    /// Aims the AWS SDK of a process at LocalAws, whatever AWS settings the user's own environment has.
    /// </summary>
    public static IResourceBuilder<T> WithAws<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<ProjectResource> localaws)
        where T : IResourceWithEnvironment
    {
        var endpoint = localaws.GetEndpoint("http");
        return builder
            .WithEnvironment("AWS_ENDPOINT_URL", endpoint)
            .WithEnvironment("AWS_ACCESS_KEY_ID", Credential)
            .WithEnvironment("AWS_SECRET_ACCESS_KEY", Credential)
            .WithEnvironment("AWS_REGION", Region)
            .WithEnvironment(context =>
            {
                // A user's AWS_ENDPOINT_URL_KINESIS and the like would win over AWS_ENDPOINT_URL, and local data go to
                // AWS.
                foreach (string variable in Environment.GetEnvironmentVariables().Keys)
                {
                    if (variable.StartsWith("AWS_ENDPOINT_URL_", StringComparison.Ordinal))
                    {
                        context.EnvironmentVariables[variable] = endpoint;
                    }
                }
            });
    }
}
