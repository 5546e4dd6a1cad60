using Microsoft.Extensions.DependencyInjection;

namespace TelemetryAspire.Polyfills.Aspire.Tests;

public sealed class TestingBuilderTests
{
    [Fact]
    public async Task An_AppHost_runs_its_own_program_with_the_tests_changes()
    {
        await using var builder = await DistributedApplicationTestingBuilder
            .CreateAsync<Projects.Polyfills_Aspire_SampleAppHost>(
                ["--Sample:Value=from the test"], Sample.Cancellation);
        builder.CreateResourceBuilder<ProjectResource>("service").WithEnvironment("ADDED", "by the test");
        await using var application = await builder.StartedAsync();

        var environment = await application.AskAsync("service", "/environment");

        Assert.Contains("FROM_CONFIGURATION=from the test", environment);
        Assert.Contains("ADDED=by the test", environment);
        Assert.NotEqual(5199, application.GetEndpoint("service").Port);
        await application.UntilHealthyAsync("client");
    }

    [Fact]
    public async Task Two_applications_of_one_AppHost_run_side_by_side()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();

        await one.UntilHealthyAsync("client");
        await other.UntilHealthyAsync("client");

        Assert.NotEqual(one.GetEndpoint("service"), other.GetEndpoint("service"));

        static async Task<DistributedApplication> StartAsync()
        {
            var builder = await DistributedApplicationTestingBuilder
                .CreateAsync<Projects.Polyfills_Aspire_SampleAppHost>(Sample.Cancellation);
            return await builder.StartedAsync();
        }
    }

    [Fact]
    public async Task A_stopped_application_leaves_nothing_running()
    {
        await using var builder = await DistributedApplicationTestingBuilder
            .CreateAsync<Projects.Polyfills_Aspire_SampleAppHost>(Sample.Cancellation);
        await using var application = await builder.StartedAsync();
        var process = (await application.UntilHealthyAsync("service")).ProcessIdOf();

        await application.StopAsync(Sample.Cancellation).WaitAsync(Sample.Limit, Sample.Cancellation);

        Assert.False(Processes.Runs(process));
    }

    [Fact]
    public async Task An_application_that_was_not_started_has_no_endpoints_yet()
    {
        await using var builder = await DistributedApplicationTestingBuilder
            .CreateAsync<Projects.Polyfills_Aspire_SampleAppHost>(Sample.Cancellation);
        await using var application = await builder.BuildAsync(Sample.Cancellation);

        Assert.Throws<InvalidOperationException>(() => application.GetEndpoint("service"));
    }

    [Fact]
    public async Task An_unknown_resource_or_endpoint_is_refused_by_name()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "sleep 60").WithHttpEndpoint();
        await using var application = await builder.StartedAsync();

        Assert.Throws<ArgumentException>(() => application.GetEndpoint("nobody"));
        Assert.Throws<ArgumentException>(() => application.GetEndpoint("script", "nothing"));
    }

    [Fact]
    public async Task A_factory_can_change_the_application_at_each_step()
    {
        await using var factory = new Factory();

        await factory.StartAsync(Sample.Cancellation);

        Assert.Equal(["creating", "created", "building", "built"], factory.Steps);
        Assert.NotNull(factory.CreateHttpClient("service").BaseAddress);
    }

    private sealed class Factory() : DistributedApplicationFactory(typeof(Projects.Polyfills_Aspire_SampleAppHost))
    {
        public List<string> Steps { get; } = [];

        protected override void OnBuilderCreating(
            DistributedApplicationOptions applicationOptions,
            Microsoft.Extensions.Hosting.HostApplicationBuilderSettings hostOptions) =>
            Steps.Add("creating");

        protected override void OnBuilderCreated(DistributedApplicationBuilder applicationBuilder) =>
            Steps.Add("created");

        protected override void OnBuilding(DistributedApplicationBuilder applicationBuilder)
        {
            applicationBuilder.Services.AddHttpClient();
            Steps.Add("building");
        }

        protected override void OnBuilt(DistributedApplication application) => Steps.Add("built");
    }
}
