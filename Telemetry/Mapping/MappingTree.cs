namespace TelemetryAspire.Telemetry;

/// <summary>
/// A mapping made ready to be used: a node for the record and one for each object in it that is mapped.
/// </summary>
/// <param name="Root">The mapping of the record's own members.</param>
/// <param name="Options">What it was made of.</param>
/// <param name="RequiredDimensions">The dimensions every reading must have, besides having one at all.</param>
internal sealed record MappingTree(MappingNode Root, MappingOptions Options, IReadOnlyList<string> RequiredDimensions);
