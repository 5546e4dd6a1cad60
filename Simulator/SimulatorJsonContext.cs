using System.Text.Json.Serialization;

namespace TelemetryAspire.Simulator;

/// <summary>Source-generated metadata of the function's input.</summary>
[JsonSerializable(typeof(ProduceTelemetryEvent))]
internal sealed partial class SimulatorJsonContext : JsonSerializerContext;
