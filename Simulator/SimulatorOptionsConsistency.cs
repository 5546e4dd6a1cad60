using Microsoft.Extensions.Options;
using TelemetryAspire.Simulator.Faults;
using TelemetryAspire.Simulator.Replay;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.Simulator;

/// <summary>
/// Checks what single settings cannot tell: that they fit together, and that the file to replay is there.
/// </summary>
internal sealed class SimulatorOptionsConsistency : IValidateOptions<SimulatorOptions>
{
    public ValidateOptionsResult Validate(string? name, SimulatorOptions options)
    {
        List<string> errors = [];
        CheckSpells("Simulator:Bursts", options.Bursts, errors);
        CheckSpells("Simulator:Faults:Offline", options.Faults.Offline, errors);
        if (options.Faults.ShortestClockLead > options.Faults.LongestClockLead)
        {
            errors.Add(
                $"Simulator:Faults:ShortestClockLead: {options.Faults.ShortestClockLead} is longer than "
                + $"LongestClockLead, {options.Faults.LongestClockLead}.");
        }

        CheckReplay(options.Replay, errors);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void CheckSpells(string section, SpellOptions spells, List<string> errors)
    {
        if (spells.Shortest > spells.Longest || spells.Longest > spells.Period)
        {
            errors.Add(
                $"{section}: Shortest ({spells.Shortest}) must not be longer than Longest ({spells.Longest}), nor "
                + $"Longest longer than Period ({spells.Period}).");
        }
    }

    private static void CheckReplay(ReplayOptions replay, List<string> errors)
    {
        if (replay.IsOn && !File.Exists(replay.File))
        {
            errors.Add($"Simulator:Replay:File: there is no file '{Path.GetFullPath(replay.File!)}'.");
        }

        foreach (var (key, path) in new[]
        {
            (nameof(replay.TimeField), replay.TimeField), (nameof(replay.PartitionKeyField), replay.PartitionKeyField),
        })
        {
            if (!MemberPath.TryParse(path, out var parsed, out var error))
            {
                errors.Add($"Simulator:Replay:{key}: '{path}' {error}.");
            }
            else if (parsed.IsPattern)
            {
                errors.Add($"Simulator:Replay:{key}: '{path}' has '*', but must name one member.");
            }
        }
    }
}
