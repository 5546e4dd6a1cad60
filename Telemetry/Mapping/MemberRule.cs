using System.Text;

namespace TelemetryAspire.Telemetry;

/// <summary>What a member of a record is.</summary>
internal enum MemberKind
{
    /// <summary>Nothing the mapping uses.</summary>
    Unmapped,

    /// <summary>An object whose members are mapped.</summary>
    Parent,

    Time,
    TimeUnit,
    TraceParent,
    Dimension,
    Measure,
}

/// <summary>What is to be done with one member of a record, worked out once for each name.</summary>
internal sealed class MemberRule
{
    internal static readonly MemberRule Unmapped = new(MemberKind.Unmapped, "");

    internal MemberRule(MemberKind kind, string name)
    {
        Kind = kind;
        Name = name;
        NameBytes = Encoding.UTF8.GetByteCount(name);
    }

    internal MemberKind Kind { get; }

    /// <summary>The name of the dimension or measure; for the others the member's, to speak of it.</summary>
    internal string Name { get; }

    internal int NameBytes { get; }

    /// <summary>Only for <see cref="MemberKind.Measure"/>.</summary>
    internal MeasureType Type { get; init; }

    /// <summary>Only for <see cref="MemberKind.Dimension"/>: whether null and empty are refused.</summary>
    internal bool IsRequired { get; init; }

    /// <summary>Only for <see cref="MemberKind.Parent"/>.</summary>
    internal MappingNode? Members { get; init; }

    /// <summary>Set when Timestream would refuse the name, so that every record which has it is refused here.</summary>
    internal string? NameError { get; init; }

    internal bool IsSame(MemberRule other) =>
        ReferenceEquals(this, other) || (Kind == other.Kind && Name == other.Name);
}
