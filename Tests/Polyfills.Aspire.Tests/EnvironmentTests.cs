namespace TelemetryAspire.Polyfills.Aspire.Tests;

public sealed class EnvironmentTests
{
    [Fact]
    public async Task Every_form_of_WithEnvironment_reaches_the_process()
    {
        await using var builder = Sample.NewBuilder("--Parameters:rate=7");
        var rate = builder.AddParameter("rate");
        var other = builder.AddService("other");
        builder.AddService("service")
            .WithEnvironment("LITERAL", "text")
            .WithEnvironment("NOTHING", (string?)null)
            .WithEnvironment("CALLBACK", () => "called")
            .WithEnvironment("PARAMETER", rate)
            .WithEnvironment("ENDPOINT", other.GetEndpoint("http"))
            .WithEnvironment("EXPRESSION", ReferenceExpression.Create($"{other.GetEndpoint("http")}/api"))
            .WithEnvironment(
                "INTERPOLATED", $"rate={rate};port={other.GetEndpoint("http").Property(EndpointProperty.Port)}")
            .WithEnvironment(context => context.EnvironmentVariables["CONTEXT"] = context.Resource.Name);
        await using var application = await builder.StartedAsync();

        var environment = await application.AskAsync("service", "/environment");

        var url = application.GetEndpoint("other").ToString().TrimEnd('/');
        Assert.Contains("LITERAL=text", environment);
        Assert.Contains("NOTHING=", environment);
        Assert.Contains("CALLBACK=called", environment);
        Assert.Contains("PARAMETER=7", environment);
        Assert.Contains($"ENDPOINT={url}", environment);
        Assert.Contains($"EXPRESSION={url}/api", environment);
        Assert.Contains($"INTERPOLATED=rate=7;port={application.GetEndpoint("other").Port}", environment);
        Assert.Contains("CONTEXT=service", environment);
    }

    [Fact]
    public async Task A_later_write_wins_over_an_earlier_one()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "echo got $VALUE").WithEnvironment("VALUE", "first").WithEnvironment(
            "VALUE", "second");
        await using var application = await builder.StartedAsync();

        Assert.Equal("got second", await application.LineAsync("script", "got"));
    }

    [Fact]
    public async Task A_reference_to_a_project_gives_its_urls_under_both_names()
    {
        await using var builder = Sample.NewBuilder();
        var api = builder.AddService("my-api").WithHttpEndpoint(name: "admin");
        builder.AddService("service").WithReference(api).WithReference("outside", new Uri("http://example.test/"));
        await using var application = await builder.StartedAsync();

        var environment = await application.AskAsync("service", "/environment");

        var http = application.GetEndpoint("my-api", "http").ToString().TrimEnd('/');
        var admin = application.GetEndpoint("my-api", "admin").ToString().TrimEnd('/');
        Assert.Contains($"services__my-api__http__0={http}", environment);
        Assert.Contains($"services__my-api__admin__0={admin}", environment);
        Assert.Contains($"MY_API_HTTP={http}", environment);
        Assert.Contains($"MY_API_ADMIN={admin}", environment);
        Assert.Contains("services__outside__default__0=http://example.test/", environment);
    }

    [Fact]
    public async Task A_reference_to_one_endpoint_gives_only_that_one()
    {
        await using var builder = Sample.NewBuilder();
        var api = builder.AddService("api").WithHttpEndpoint(name: "admin");
        builder.AddService("service").WithReference(api.GetEndpoint("admin"));
        await using var application = await builder.StartedAsync();

        var environment = await application.AskAsync("service", "/environment");

        Assert.Contains(environment, variable => variable.StartsWith("API_ADMIN=", StringComparison.Ordinal));
        Assert.DoesNotContain(environment, variable => variable.StartsWith("API_HTTP=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_string_is_computed_from_what_it_is_made_of()
    {
        await using var builder = Sample.NewBuilder("--Parameters:password=secret");
        var password = builder.AddParameter("password", secret: true);
        var lake = builder.AddConnectionString("lake", ReferenceExpression.Create($"Host=x;Password={password}"));
        builder.AddScript("script", "echo got $ConnectionStrings__lake").WithReference(lake);
        await using var application = await builder.StartedAsync();

        Assert.Equal("got Host=x;Password=secret", await application.LineAsync("script", "got"));
        Assert.Equal("Host=x;Password=secret", await application.GetConnectionStringAsync("lake", Sample.Cancellation));
    }

    [Fact]
    public async Task A_connection_string_from_configuration_can_be_renamed_for_its_user()
    {
        await using var builder = Sample.NewBuilder("--ConnectionStrings:lake=Host=x");
        var lake = builder.AddConnectionString("lake");
        builder.AddScript("script", "echo got $ConnectionStrings__other").WithReference(lake, connectionName: "other");
        await using var application = await builder.StartedAsync();

        Assert.Equal("got Host=x", await application.LineAsync("script", "got"));
    }

    [Fact]
    public async Task A_missing_connection_string_fails_its_user_unless_it_is_optional()
    {
        await using var builder = Sample.NewBuilder();
        var lake = builder.AddConnectionString("lake");
        builder.AddScript("needs-it", "echo started").WithReference(lake);
        builder.AddScript("can-do-without", "echo started").WithReference(lake, optional: true);
        await using var application = await builder.StartedAsync();

        await application.UntilAsync("needs-it", KnownResourceStates.FailedToStart);
        await application.LineAsync("can-do-without", "started");
    }

    [Fact]
    public async Task WithOtlpExporter_names_a_program_of_any_language_in_telemetry_and_shows_it_the_collector()
    {
        await using var builder = Sample.NewBuilder("--ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL=http://localhost:4317");
        builder.AddScript("plain", "echo got $OTEL_SERVICE_NAME");
        builder.AddScript("script", "echo got $OTEL_SERVICE_NAME $OTEL_EXPORTER_OTLP_ENDPOINT").WithOtlpExporter();
        await using var application = await builder.StartedAsync();

        Assert.Equal("got script http://localhost:4317", await application.LineAsync("script", "got"));
        Assert.Equal("got", (await application.LineAsync("plain", "got")).TrimEnd());
    }

    [Fact]
    public async Task A_project_is_named_in_telemetry_and_told_where_to_listen()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddService("service");
        await using var application = await builder.StartedAsync();

        var environment = await application.AskAsync("service", "/environment");

        Assert.Contains("OTEL_SERVICE_NAME=service", environment);
        Assert.Contains("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY=in_memory", environment);
        Assert.Contains("LOGGING__CONSOLE__FORMATTERNAME=simple", environment);
        Assert.Contains($"ASPNETCORE_URLS=http://localhost:{application.GetEndpoint("service").Port}", environment);
        var change = await application.UntilAsync("service", KnownResourceStates.Running);
        Assert.Contains(
            $"OTEL_RESOURCE_ATTRIBUTES=service.instance.id={change.ResourceId["service-".Length..]}", environment);
    }
}
