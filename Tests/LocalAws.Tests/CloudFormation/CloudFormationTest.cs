using System.Net;
using TelemetryAspire.LocalAws.Tests.Protocol;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation;

/// <summary>A LocalAws and a bare client of its CloudFormation.</summary>
public abstract class CloudFormationTest : IAsyncLifetime
{
    private HttpClient _client = null!;

    private protected LocalAwsHost LocalAws { get; private set; } = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        LocalAws = await LocalAwsHost.StartAsync();
        _client = LocalAws.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await LocalAws.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The text of a template in the folder Samples, all of which cfn-lint accepts.</summary>
    private protected static string Sample(string name) =>
        File.ReadAllText(Path.Combine(ForeignClient.Folder, "CloudFormation", "Samples", name));

    private protected Task<QueryResponse> CallAsync(string action, params (string Name, string Value)[] parameters) =>
        _client.QueryAsync([("Action", action), ("Version", "2010-05-15"), .. parameters]);

    /// <summary>Creates or updates a stack and waits until that has ended in some way.</summary>
    private protected async Task<QueryResponse> RunAsync(
        string action, string template, params (string Name, string Value)[] parameters)
    {
        var begun = await CallAsync(action, [("StackName", "stack"), ("TemplateBody", template), .. parameters]);
        Assert.True(begun.StatusCode == HttpStatusCode.OK, begun.Message);
        return await EndAsync(begun.Value("StackId")!);
    }

    private protected Task<QueryResponse> CreateAsync(
        string template, params (string Name, string Value)[] parameters) =>
        RunAsync("CreateStack", template, parameters);

    private protected Task<QueryResponse> UpdateAsync(
        string template, params (string Name, string Value)[] parameters) =>
        RunAsync("UpdateStack", template, parameters);

    private protected async Task<QueryResponse> DeleteAsync(
        string stackId, params (string Name, string Value)[] parameters)
    {
        await CallAsync("DeleteStack", [("StackName", stackId), .. parameters]);
        return await EndAsync(stackId);
    }

    /// <summary>Waits until nothing is under way.</summary>
    private protected async Task<QueryResponse> EndAsync(string stack)
    {
        QueryResponse described = null!;
        await Eventually.UntilAsync(async () =>
        {
            described = await CallAsync("DescribeStacks", ("StackName", stack));
            return described.Value("StackStatus")?.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) != true;
        });
        return described;
    }

    /// <summary>What happened, oldest first: <c>LogicalId STATUS</c>.</summary>
    private protected async Task<IReadOnlyList<string>> EventsAsync(string stack)
    {
        var events = await CallAsync("DescribeStackEvents", ("StackName", stack));
        return
        [
            .. events.Values("LogicalResourceId").Zip(events.Values("ResourceStatus"), (id, status) => $"{id} {status}")
                .Reverse(),
        ];
    }

    /// <summary>Why a resource became what it is, the latest reason first.</summary>
    private protected async Task<string> ReasonAsync(string stack, string status)
    {
        var events = await CallAsync("DescribeStackEvents", ("StackName", stack));
        var found = events.Document.Descendants().First(element =>
            element.Name.LocalName == "ResourceStatus" && element.Value == status);
        return found.Parent!.Elements().First(element => element.Name.LocalName == "ResourceStatusReason").Value;
    }

    /// <summary>The value of an output.</summary>
    private protected static string Output(QueryResponse described, string key) => described.Document.Descendants()
        .Single(element => element.Name.LocalName == "OutputKey" && element.Value == key)
        .Parent!.Elements()
        .Single(element => element.Name.LocalName == "OutputValue")
        .Value;

    private protected async Task<RawResponse> KinesisAsync(string operation, string body) =>
        await _client.PostAsync("Kinesis_20131202." + operation, body);
}
