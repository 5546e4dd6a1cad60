namespace TelemetryAspire.FunctionHost;

/// <summary>The two stages of stopping.</summary>
/// <param name="StopReading">
/// Stage one: take no new records and start no retry; finish and checkpoint what was read.
/// </param>
/// <param name="GiveUp">
/// Stage two, when the shutdown timeout is over: cancel what still runs. Nothing it did counts.
/// </param>
internal readonly record struct StopSignals(CancellationToken StopReading, CancellationToken GiveUp);
