using TelemetryAspire.LocalAws.Tests.Protocol;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation;

public sealed class DurabilityTests : CloudFormationTest
{
    [Fact]
    public async Task Stacks_survive_a_restart()
    {
        var id = (await CreateAsync(Sample("intrinsics.yaml"))).Value("StackId")!;

        await LocalAws.RestartAsync();

        using var client = LocalAws.CreateClient();
        var stack = await DescribeAsync(client, id);
        Assert.Equal("CREATE_COMPLETE", stack.Value("StackStatus"));
        Assert.Equal("two", Output(stack, "Selected"));
    }

    [Theory]
    [InlineData("Stream CREATE_COMPLETE", null)]
    [InlineData("Consumer CREATE_IN_PROGRESS", null)]
    [InlineData("Consumer CREATE_IN_PROGRESS", "DeleteStack")]
    public async Task An_operation_that_was_killed_is_finished_at_the_next_start(string moment, string? then)
    {
        using var data = new TemporaryDirectory();
        string id;
        await using (var first = await LocalAwsProcess.StartAsync(data.FullName))
        {
            using var client = new HttpClient { BaseAddress = first.Url };
            id = await BeginAsync(client);
            await Eventually.UntilAsync(async () => (await EventsAsync(client, id)).Contains(moment));
            if (then is not null)
            {
                await client.QueryAsync(("Action", then), ("StackName", id));
            }

            await first.KillAsync();
        }

        await using var second = await LocalAwsProcess.StartAsync(data.FullName);
        using var next = new HttpClient { BaseAddress = second.Url };
        var expected = then is null ? "CREATE_COMPLETE" : "DELETE_COMPLETE";
        await Eventually.UntilAsync(async () => await StatusAsync(next, id) == expected);
        var streams = await next.PostAsync("Kinesis_20131202.ListStreams", "{}");
        Assert.Equal(then is null, streams.Body.Contains("stack-Second", StringComparison.Ordinal));
        Assert.Equal(then is null, streams.Body.Contains("stack-Stream", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_update_that_was_killed_is_finished_at_the_next_start()
    {
        using var data = new TemporaryDirectory();
        string id;
        await using (var first = await LocalAwsProcess.StartAsync(data.FullName))
        {
            using var client = new HttpClient { BaseAddress = first.Url };
            id = await BeginAsync(client);
            await Eventually.UntilAsync(async () => await StatusAsync(client, id) == "CREATE_COMPLETE");
            var template = Sample("consumer.json").Replace("\"reader\"", "\"other\"", StringComparison.Ordinal);
            await client.QueryAsync(("Action", "UpdateStack"), ("StackName", id), ("TemplateBody", template));
            await Eventually.UntilAsync(async () =>
                (await EventsAsync(client, id)).Count(happened => happened == "Consumer UPDATE_IN_PROGRESS") == 2);
            await first.KillAsync();
        }

        await using var second = await LocalAwsProcess.StartAsync(data.FullName);
        using var next = new HttpClient { BaseAddress = second.Url };
        await Eventually.UntilAsync(async () => await StatusAsync(next, id) == "UPDATE_COMPLETE");
        var stream = Output(await DescribeAsync(next, id), "Stream");
        var consumers = await next.PostAsync(
            "Kinesis_20131202.ListStreamConsumers",
            $$"""{"StreamARN":"arn:aws:kinesis:us-east-1:000000000000:stream/{{stream}}"}""");
        Assert.Contains("\"ConsumerName\":\"other\"", consumers.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"ConsumerName\":\"reader\"", consumers.Body, StringComparison.Ordinal);
    }

    private static async Task<string?> StatusAsync(HttpClient client, string id) =>
        (await DescribeAsync(client, id)).Value("StackStatus");

    private static async Task<string> BeginAsync(HttpClient client)
    {
        var begun = await client.QueryAsync(
            ("Action", "CreateStack"), ("StackName", "stack"), ("TemplateBody", Sample("consumer.json")));
        return begun.Value("StackId")!;
    }

    private static Task<QueryResponse> DescribeAsync(HttpClient client, string id) =>
        client.QueryAsync(("Action", "DescribeStacks"), ("StackName", id));

    private static async Task<IEnumerable<string>> EventsAsync(HttpClient client, string id)
    {
        var events = await client.QueryAsync(("Action", "DescribeStackEvents"), ("StackName", id));
        return events.Values("LogicalResourceId")
            .Zip(events.Values("ResourceStatus"), (name, status) => $"{name} {status}");
    }
}
