using System.Collections.Concurrent;
using System.Text;

namespace TelemetryAspire.Telemetry;

/// <summary>The mapping of the members of one object: the record itself or an object in it.</summary>
/// <remarks>Filled while the mapping is compiled, then only read; safe for concurrent use from then on.</remarks>
internal sealed class MappingNode
{
    /// <summary>
    /// A fleet's names are few. The bound keeps a producer that invents names from filling the memory.
    /// </summary>
    private const int MaxKnownNames = 1_024;

    private readonly Dictionary<string, MemberRule> _exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<MemberPattern> _patterns = [];
    private readonly ConcurrentDictionary<byte[], MemberRule> _known = new(Utf8NameComparer.Instance);

    /// <summary>What the member of this name is.</summary>
    /// <param name="name">The name in UTF-8, unescaped.</param>
    internal MemberRule Resolve(ReadOnlySpan<byte> name)
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (known.TryGetValue(name, out var rule))
        {
            return rule;
        }

        rule = Resolve(Encoding.UTF8.GetString(name));
        if (_known.Count < MaxKnownNames)
        {
            known.TryAdd(name, rule);
        }

        return rule;
    }

    internal MemberRule? FindExact(string name) => _exact.GetValueOrDefault(name);

    internal void AddExact(string name, MemberRule rule) => _exact.Add(name, rule);

    /// <summary>
    /// Adds a pattern behind those that prescribe as much or more, and thus before those that say less.
    /// </summary>
    internal void AddPattern(MemberPattern pattern)
    {
        var at = _patterns.FindIndex(other => other.LiteralLength < pattern.LiteralLength);
        _patterns.Insert(at < 0 ? _patterns.Count : at, pattern);
    }

    private MemberRule Resolve(string name)
    {
        if (_exact.TryGetValue(name, out var rule))
        {
            return rule;
        }

        return _patterns.Find(pattern => pattern.Matches(name)) is { } match
            ? new MemberRule(match.Kind, name)
            {
                Type = match.Type,
                IsRequired = match.IsRequired,
                NameError = TimestreamNames.FindError(match.Kind, name),
            }
            : MemberRule.Unmapped;
    }
}
