using TelemetryAspire.LocalAws.Tests.Scenarios;

namespace TelemetryAspire.LocalAws.Tests.Parity;

/// <summary>
/// Emulators that others wrote, asked what LocalAws is asked: where neither is known to be wrong, they answer alike.
/// </summary>
public sealed class ParityTests(Emulators emulators) : IClassFixture<Emulators>
{
    private static readonly Dictionary<(string Emulator, string Scenario), Deviation[]> Known = new()
    {
        [(Emulators.KinesisLocal, "kinesis")] = KinesisLocalDeviations.All,
        [(Emulators.Moto, "kinesis")] = MotoKinesisDeviations.All,
        [(Emulators.Moto, "firehose-parity")] = MotoFirehoseDeviations.All,
        [(Emulators.Moto, "s3-parity")] = MotoS3Deviations.All,
        [(Emulators.Moto, "cloudformation-parity")] = MotoCloudFormationDeviations.All,
        [(Emulators.Moto, "sts-parity")] = MotoStsDeviations.All,
    };

    /// <summary>npm brings kinesis-local; neither npm nor Debian has moto, which is asked where it is there.</summary>
    public static TheoryData<string, string> Comparisons =>
        [.. Known.Keys.Where(key => key.Emulator == Emulators.KinesisLocal || Emulator.IsMotoInstalled)];

    [Theory, MemberData(nameof(Comparisons))]
    public async Task An_emulator_answers_as_LocalAws_but_for_known_deviations(string emulator, string script)
    {
        var theirs = await emulators.StartAsync(emulator);
        // Rates are not compared: how fast a script runs is up to the machine.
        await using var ours = await LocalAwsHost.StartAsync(
            settings: ["--LocalAws:Fsync=Never", "--LocalAws:EnforceLimits=false"]);
        var scenario = new Scenario(script);

        var answers = await Task.WhenAll(
            scenario.RunOverHttp1Async(ours.Url), scenario.RunOverHttp1Async(theirs));

        var differences = AnswerComparison.Compare(answers[0], answers[1]);
        var deviations = Known[(emulator, script)];
        var unexplained = differences.Where(difference => !deviations.Any(known => known.Explains(difference)));
        var gone = deviations.Where(known => !differences.Any(known.Explains)).Select(known => known.Paths);
        Assert.True(!unexplained.Any(), string.Join('\n', unexplained));
        Assert.True(!gone.Any(), "No longer different: " + string.Join(", ", gone));
    }
}
