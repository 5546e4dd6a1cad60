namespace TelemetryAspire.AppHost.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("simulator", "--Simulator:Devices=500", "Simulator__Devices", "500")]
    [InlineData("simulator", "--Telemetry:StreamName=other", "Telemetry__StreamName", "other")]
    [InlineData("processor", "--Telemetry:Mapping:Time:Unit=Seconds", "Telemetry__Mapping__Time__Unit", "Seconds")]
    [InlineData("processor", "--FunctionHost:DeadLetters:Bucket=dead", "FunctionHost__DeadLetters__Bucket", "dead")]
    [InlineData("forwarder", "--FunctionHost:DeadLetters:Bucket=dead", "FunctionHost__DeadLetters__Bucket", "dead")]
    [InlineData("localaws", "--LocalAws:EnforceLimits=false", "LocalAws__EnforceLimits", "false")]
    public async Task A_setting_reaches_the_resource_it_concerns(
        string resource, string argument, string variable, string value)
    {
        var environment = await EnvironmentOfAsync(resource, argument);

        Assert.Equal(value, environment[variable]);
    }

    [Theory]
    [InlineData("processor", "--Simulator:Devices=500", "Simulator__Devices")]
    [InlineData("forwarder", "--LocalAws:EnforceLimits=false", "LocalAws__EnforceLimits")]
    [InlineData("localaws", "--Telemetry:StreamName=other", "Telemetry__StreamName")]
    public async Task A_setting_stays_away_from_what_does_not_know_it(string resource, string argument, string variable)
    {
        var environment = await EnvironmentOfAsync(resource, argument);

        Assert.DoesNotContain(variable, environment.Keys);
    }

    [Theory]
    [InlineData("simulator")]
    [InlineData("processor")]
    [InlineData("forwarder")]
    public async Task Functions_talk_to_LocalAws_and_keep_their_own_checkpoints(string resource)
    {
        var environment = await EnvironmentOfAsync(resource);

        var endpoint = Assert.IsType<EndpointReference>(environment["AWS_ENDPOINT_URL"]);
        Assert.Equal(("localaws", "http"), (endpoint.Resource.Name, endpoint.EndpointName));
        Assert.Equal("us-east-1", environment["AWS_REGION"]);
        Assert.Equal(
            Path.Combine(_data.Path, "checkpoints", $"{resource}.db"), environment["FunctionHost__CheckpointDatabase"]);
    }

    [Fact]
    public async Task LocalAws_keeps_its_data_where_it_is_told()
    {
        var environment = await EnvironmentOfAsync("localaws");

        Assert.Equal(_data.Path, environment["LocalAws__DataDirectory"]);
        Assert.DoesNotContain("ASPNETCORE_URLS", environment.Keys);
    }

    [Fact]
    public async Task A_file_to_replay_is_found_from_where_the_command_was_typed()
    {
        var environment = await EnvironmentOfAsync("simulator", "--Simulator:Replay:File=messages.jsonl");

        Assert.True(Path.IsPathFullyQualified((string)environment["Simulator__Replay__File"]));
    }

    [Theory]
    [InlineData("simulator")]
    [InlineData("processor")]
    [InlineData("forwarder")]
    public async Task Checkpoints_in_a_folder_of_the_users_are_a_file_for_each_process(string resource)
    {
        var environment = await EnvironmentOfAsync(resource, "--FunctionHost:CheckpointDatabase=state/cp.db");

        var own = UserPath.ToFull(Path.Combine("state", $"cp-{resource}.db"));
        Assert.Equal(own, environment["FunctionHost__CheckpointDatabase"]);
    }

    [Fact]
    public async Task A_setting_in_other_case_replaces_the_AppHosts_own_value()
    {
        var environment = await EnvironmentOfAsync("processor", "--functionhost:checkpointdatabase=cp.db");

        Assert.Equal(UserPath.ToFull("cp-processor.db"), environment["FunctionHost__CheckpointDatabase"]);
        Assert.DoesNotContain("functionhost__checkpointdatabase", environment.Keys);
    }

    [Theory]
    [InlineData("processor")]
    [InlineData("forwarder")]
    public async Task Dead_letters_follow_the_bucket_of_the_lake(string resource)
    {
        var environment = await EnvironmentOfAsync(resource, "--Telemetry:BucketName=my-lake");

        Assert.Equal("my-lake", environment["FunctionHost__DeadLetters__Bucket"]);
    }

    [Fact]
    public async Task Dead_letters_go_where_the_user_says_whatever_the_lake_is_called()
    {
        var environment = await EnvironmentOfAsync(
            "processor", "--Telemetry:BucketName=my-lake", "--FunctionHost:DeadLetters:Bucket=dead");

        Assert.Equal("dead", environment["FunctionHost__DeadLetters__Bucket"]);
    }

    private async Task<Dictionary<string, object>> EnvironmentOfAsync(string name, params string[] args)
    {
        await using var appHost = await Sample.AppHostAsync(_data.Path, args);
        var resource = appHost.Resources.Single(one => one.Name == name);
        var context = new EnvironmentCallbackContext(appHost.ExecutionContext, resource);
        foreach (var callback in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await callback.Callback(context);
        }

        return context.EnvironmentVariables;
    }
}
