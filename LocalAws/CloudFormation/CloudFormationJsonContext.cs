using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>What LocalAws keeps about a stack.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(StackRecord))]
internal sealed partial class CloudFormationJsonContext : JsonSerializerContext;
