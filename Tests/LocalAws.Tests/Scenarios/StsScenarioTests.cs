namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>The Security Token Service as clients nobody here wrote see it.</summary>
public sealed class StsScenarioTests(StsScenario scenario) : ScenarioTests(scenario), IClassFixture<StsScenario>
{
    private readonly StsScenario _scenario = scenario;

    protected override string Service => "STS";

    [Theory, EveryClient]
    public async Task The_caller_is_the_root_of_the_one_account(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("000000000000", answers["GetCallerIdentity.Account"]);
        Assert.Equal("arn:aws:iam::000000000000:root", answers["GetCallerIdentity.Arn"]);
    }

    [Theory, EveryClient]
    public async Task Credentials_of_a_role_expire_when_the_caller_asked(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal(
            "arn:aws:sts::000000000000:assumed-role/forwarder/test", answers["AssumeRole.AssumedRoleUser.Arn"]);
        Assert.StartsWith("ASIA", answers["AssumeRole.Credentials.AccessKeyId"]);
        Assert.NotEmpty(answers["GetSessionToken.Credentials.SessionToken"]!);
        Assert.InRange(
            answers.Time("GetSessionToken.Credentials.Expiration") - answers.Time("AssumeRole.Credentials.Expiration"),
            TimeSpan.FromSeconds(3600 - 900),
            TimeSpan.FromSeconds(3600 - 900 + 60));
    }

    [Theory, EveryClient]
    public async Task What_is_refused_is_named(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("ValidationError", answers["AssumeUser.Error.Code"]);
        Assert.Equal("InvalidAction", answers["GetAccessKeyInfo.Error.Code"]);
        Assert.Contains("GetAccessKeyInfo", answers["GetAccessKeyInfo.Error.Message"]);
    }
}
