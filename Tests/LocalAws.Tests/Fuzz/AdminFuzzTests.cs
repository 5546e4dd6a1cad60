using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Fuzz;

/// <summary>Hostile requests to the admin API, which can delete all data and so has no other data beside it.</summary>
public sealed class AdminFuzzTests
{
    private const int Seed = 20260302;
    private const int Requests = 3_000;

    private static readonly string[] Paths =
    [
        "faults", "faults", "faults", "faults", "snapshots", "snapshots/a", "snapshots/..", "snapshots/%2e%2e",
        "snapshots/a%2Fb",
        "snapshots/a/restore", "snapshots//restore", "snapshots/../../x", "snapshots/a/../b", "health", "", "/",
        "faults/",
        "snapshots/a%00",
        "snapshots/" + new string('a', 200),
        "reset?x=%zz", "FAULTS", "faults;a=b",
    ];

    private static readonly string[] Rules =
    [
        """{"seed":1,"rules":[{"operation":"S3.BrewCoffee","kind":"error"}]}""",
        """{"rules":[{"operation":"Kinesis.PutRecords","kind":"partialFailure","entryRate":0.5,"code":"A"}]}""",
        """{"rules":[{"operation":"*","kind":"latency","minMilliseconds":1,"maxMilliseconds":2,"after":1}]}""",
        """{"rules":[{"operation":"*","kind":"connectionDrop","moment":"afterHandling"}]}""", """{"rules":[]}""",
        "{}", "[]", "",
    ];

    [Fact]
    public async Task Hostile_requests_to_the_admin_API_are_refused_and_harm_nothing()
    {
        using var canary = new CanaryTree();
        await using var localAws = await LocalAwsProcess.StartAsync(
            canary.DataDirectory, "--LocalAws:EnableAdminApi=true", "--LocalAws:Fsync=Never");
        var run = new FuzzRun(localAws.Url, Seed, Create);

        var failures = await run.SendAsync(0, Requests);

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        canary.AssertUntouched();
    }

    private static FuzzRequest Create(Random random)
    {
        // Each reset and snapshot stops everything for a moment, so that there are few of those that succeed.
        var method = Hostile.Choose(random, ["GET", "PUT", "DELETE", "POST", "PATCH", "HEAD", "OPTIONS"]);
        var body = Encoding.UTF8.GetBytes(
            random.Next(5) == 0 ? Hostile.JsonValue(random) : Hostile.Choose(random, Rules));
        var contentType = random.Next(5) == 0
            ? Hostile.Choose(random, ["", "text/plain", ";", "application/jsonp"])
            : "application/json";
        return FuzzRequest.Create(
            FuzzProtocol.Admin,
            method,
            "/_localaws/" + Hostile.Choose(random, Paths),
            [("Content-Type", contentType)],
            random.Next(2) == 0 ? Mutation.Apply(body, random) : body);
    }
}
