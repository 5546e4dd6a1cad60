namespace TelemetryAspire.Telemetry;

/// <summary>The mapped members a record has shown so far, to notice one that comes twice.</summary>
internal struct SeenMembers
{
    /// <summary>
    /// Up to here looking through a list is the fastest; a hostile record may have a hundred thousand names.
    /// </summary>
    private const int ListLimit = 32;

    private readonly List<MemberRule> _list = new(8);
    private HashSet<(MemberKind Kind, string Name)>? _set;

    public SeenMembers()
    {
    }

    /// <summary>Adds a member; false if it was there.</summary>
    internal bool TryAdd(MemberRule rule)
    {
        if (_set is not null)
        {
            return _set.Add((rule.Kind, rule.Name));
        }

        foreach (var other in _list)
        {
            if (other.IsSame(rule))
            {
                return false;
            }
        }

        _list.Add(rule);
        if (_list.Count == ListLimit)
        {
            _set = [.. _list.Select(seen => (seen.Kind, seen.Name))];
        }

        return true;
    }
}
