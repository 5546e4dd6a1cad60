using TelemetryAspire.LocalAws.Tests.Scenarios;

namespace TelemetryAspire.LocalAws.Tests.Parity;

/// <summary>
/// Emulators that others wrote, asked what LocalAws is asked: where neither is known to be wrong, they answer alike.
/// </summary>
public sealed class ParityTests
{
    private const string KinesisLocal = "kinesis-local";
    private const string Moto = "moto";

    /// <summary>npm brings kinesis-local. The build's registries do not have moto: it is asked where it is there.</summary>
    public static TheoryData<string> Emulators =>
        Emulator.IsMotoInstalled ? [KinesisLocal, Moto] : [KinesisLocal];

    [Theory, MemberData(nameof(Emulators))]
    public async Task An_emulator_answers_as_LocalAws_but_for_known_deviations(string name)
    {
        var (start, deviations) = name == Moto
            ? (Emulator.StartMotoAsync(), MotoDeviations.All)
            : (Emulator.StartKinesisLocalAsync(), KinesisLocalDeviations.All);
        await using var theirs = await start;
        await using var ours = await LocalAwsHost.StartAsync();
        var scenario = new Scenario("kinesis");

        var differences = AnswerComparison.Compare(
            await scenario.RunOverHttp1Async(ours.Url), await scenario.RunOverHttp1Async(theirs.Url));

        var unexplained = differences.Where(difference => !deviations.Any(known => known.Explains(difference)));
        Assert.True(!unexplained.Any(), string.Join('\n', unexplained));
        Assert.All(deviations, known => Assert.Contains(differences, known.Explains));
    }
}
