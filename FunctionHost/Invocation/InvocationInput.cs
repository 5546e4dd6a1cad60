namespace TelemetryAspire.FunctionHost.Invocation;

/// <summary>What the parameters of one invocation are taken from.</summary>
/// <param name="Trigger">The batch or the timer info.</param>
/// <param name="Json">The trigger's input with its settings filled in; null when it has none.</param>
/// <param name="Context">The invocation's context.</param>
internal sealed record InvocationInput(object Trigger, string? Json, FunctionContext Context);
