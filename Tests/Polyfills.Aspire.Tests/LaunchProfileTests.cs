namespace TelemetryAspire.Polyfills.Aspire.Tests;

public sealed class LaunchProfileTests
{
    [Fact]
    public async Task The_first_profile_that_starts_the_project_is_the_default()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddProject("service", Sample.ServiceProject);
        await using var application = await builder.StartedAsync();

        var environment = await application.AskAsync("service", "/environment");

        Assert.Contains("DOTNET_LAUNCH_PROFILE=http", environment);
        Assert.Contains("PROFILE_VALUE=from http", environment);
        Assert.Contains("ASPNETCORE_ENVIRONMENT=Development", environment);
    }

    [Fact]
    public async Task A_profile_brings_its_arguments_before_those_of_the_AppHost()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddProject("service", Sample.ServiceProject).WithArgs("--last");
        await using var application = await builder.StartedAsync();

        Assert.Equal(
            ["--greeting", "two words", "--plain", "--last"], await application.AskAsync("service", "/arguments"));
    }

    [Fact]
    public async Task What_the_AppHost_sets_wins_over_the_profile()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddProject("service", Sample.ServiceProject, "other")
            .WithHttpEndpoint().WithEnvironment("PROFILE_VALUE", "from the AppHost");
        await using var application = await builder.StartedAsync();

        Assert.Contains("PROFILE_VALUE=from the AppHost", await application.AskAsync("service", "/environment"));
    }

    [Fact]
    public async Task The_configured_default_profile_is_used_where_the_project_has_it()
    {
        await using var builder = Sample.NewBuilder("--AppHost:DefaultLaunchProfileName=other");
        builder.AddProject("service", Sample.ServiceProject).WithHttpEndpoint();
        await using var application = await builder.StartedAsync();

        Assert.Contains("PROFILE_VALUE=from other", await application.AskAsync("service", "/environment"));
    }

    [Fact]
    public async Task No_profile_is_used_when_none_is_asked_for()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddService("service");
        await using var application = await builder.StartedAsync();

        var environment = await application.AskAsync("service", "/environment");

        Assert.DoesNotContain(environment, one => one.StartsWith("PROFILE_VALUE=", StringComparison.Ordinal));
        Assert.DoesNotContain(environment, one => one.StartsWith("DOTNET_LAUNCH_PROFILE=", StringComparison.Ordinal));
    }

    [Fact]
    public void A_profile_that_is_not_there_is_refused_by_name()
    {
        using var builder = Sample.NewBuilder();

        var refused = Assert.Throws<DistributedApplicationException>(
            () => builder.AddProject("service", Sample.ServiceProject, "missing"));

        Assert.Contains("'missing'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_url_of_a_profile_becomes_an_endpoint_with_its_port()
    {
        using var builder = Sample.NewBuilder();

        var endpoint = builder.AddProject("service", Sample.ServiceProject).GetEndpoint("http");

        Assert.Equal(5199, endpoint.EndpointAnnotation.Port);
        Assert.Equal("http", endpoint.Scheme);
    }
}
