using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>What every project gets without asking: its launch profile, its URLs, its telemetry settings.</summary>
internal static class ProjectDefaults
{
    public static void Apply(
        IResourceBuilder<ProjectResource> builder, IProjectMetadata project, ProjectResourceOptions options)
    {
        var profile = options.ExcludeLaunchProfile ? null : ChooseProfile(builder, project, options.LaunchProfileName);
        if (options.ExcludeLaunchProfile)
        {
            builder.WithAnnotation(new ExcludeLaunchProfileAnnotation());
        }

        builder.WithEnvironment(context => OpenTelemetryVariables.AddToProject(context, builder.ApplicationBuilder));
        if (profile is { } chosen)
        {
            builder.WithAnnotation(new LaunchProfileAnnotation(chosen.Name));
            AddEndpoints(builder, chosen.Profile);
            builder.WithEnvironment(context => AddVariables(context, chosen));
            builder.WithArgs(context => AddArguments(context, chosen.Profile));
        }

        builder.WithEnvironment(AddUrls);
    }

    private static (string Name, LaunchProfile Profile)? ChooseProfile(
        IResourceBuilder<ProjectResource> builder, IProjectMetadata project, string? asked)
    {
        var settings = LaunchSettingsFile.Read(project);
        if (asked is not null)
        {
            return settings is not null && settings.Profiles.TryGetValue(asked, out var profile)
                ? (asked, profile)
                : throw new DistributedApplicationException(
                    $"Launch settings file does not contain '{asked}' profile.");
        }

        var configuration = builder.ApplicationBuilder.Configuration;
        var configured = configuration["AppHost:DefaultLaunchProfileName"] ?? configuration["DOTNET_LAUNCH_PROFILE"];
        return settings is not null && LaunchSettingsFile.DefaultProfile(settings, configured) is { } name
            ? (name, settings.Profiles[name])
            : null;
    }

    private static void AddEndpoints(IResourceBuilder<ProjectResource> builder, LaunchProfile profile)
    {
        var urls = profile.ApplicationUrl?.Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        foreach (var url in urls.Select(url => new Uri(url)))
        {
            builder.WithEndpoint(url.Scheme, endpoint =>
            {
                endpoint.UriScheme = url.Scheme;
                endpoint.Port = url.Port;
                endpoint.TargetHost = url.Host;
            });
        }
    }

    private static void AddVariables(EnvironmentCallbackContext context, (string Name, LaunchProfile Profile) chosen)
    {
        context.EnvironmentVariables.TryAdd("DOTNET_LAUNCH_PROFILE", chosen.Name);
        foreach (var (name, value) in chosen.Profile.EnvironmentVariables)
        {
            context.EnvironmentVariables.TryAdd(name, Environment.ExpandEnvironmentVariables(value));
        }
    }

    private static void AddArguments(CommandLineArgsCallbackContext context, LaunchProfile profile)
    {
        foreach (var argument in CommandLine.Split(profile.CommandLineArgs ?? ""))
        {
            context.Args.Add(argument);
        }
    }

    private static void AddUrls(EnvironmentCallbackContext context)
    {
        var urls = new ReferenceExpressionBuilder();
        var endpoints = ((IResourceWithEndpoints)context.Resource).GetEndpoints();
        foreach (var endpoint in endpoints.Where(one => one.IsHttp || one.IsHttps))
        {
            urls.AppendLiteral(
                $"{(urls.IsEmpty ? "" : ";")}{endpoint.Scheme}://{endpoint.EndpointAnnotation.TargetHost}:");
            urls.AppendFormatted(endpoint.Property(EndpointProperty.TargetPort));
        }

        if (!urls.IsEmpty)
        {
            context.EnvironmentVariables.TryAdd("ASPNETCORE_URLS", urls.Build());
        }
    }
}
