using Microsoft.Extensions.Options;

namespace TelemetryAspire.FunctionHost;

/// <summary>Checks <see cref="FunctionHostOptions"/> by its annotations.</summary>
[OptionsValidator]
internal sealed partial class FunctionHostOptionsValidator : IValidateOptions<FunctionHostOptions>;
