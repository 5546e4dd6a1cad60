using Microsoft.Extensions.Options;

namespace TelemetryAspire.Simulator;

/// <summary>Checks every setting by itself.</summary>
[OptionsValidator]
internal sealed partial class SimulatorOptionsValidator : IValidateOptions<SimulatorOptions>;
