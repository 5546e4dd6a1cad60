using System.Globalization;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>The parameters of one request of the query protocol, read by name.</summary>
/// <remarks>
/// Sample: <c>StackName=s&amp;Tags.member.1.Key=k&amp;Tags.member.1.Value=v</c>. What nobody has read when the
/// operation's request is complete is refused by <see cref="RefuseUnread"/>, so no parameter is ignored.
/// Not thread-safe.
/// </remarks>
internal sealed class QueryParameters
{
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly HashSet<string> _unread;

    /// <summary>All names in order, so that those below another one stand together.</summary>
    private readonly string[] _names;
    private readonly string _prefix;

    public QueryParameters(IReadOnlyDictionary<string, string> values)
    {
        _values = values;
        _unread = new HashSet<string>(values.Keys, StringComparer.Ordinal);
        _names = [.. values.Keys.Order(StringComparer.Ordinal)];
        _prefix = "";
    }

    private QueryParameters(QueryParameters outer, string prefix)
    {
        _values = outer._values;
        _unread = outer._unread;
        _names = outer._names;
        _prefix = prefix;
    }

    /// <summary>The text of that name, or null.</summary>
    public string? Text(string name)
    {
        _unread.Remove(_prefix + name);
        return _values.GetValueOrDefault(_prefix + name);
    }

    /// <summary>The whole number of that name, or null.</summary>
    /// <exception cref="AwsException">MalformedInput.</exception>
    public int? Number(string name) => Text(name) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
            number,
        var text => throw Malformed(name, text, "an integer"),
    };

    /// <summary>The Boolean of that name, or null.</summary>
    /// <exception cref="AwsException">MalformedInput.</exception>
    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw Malformed(name, text, "true or false"),
    };

    /// <summary>Takes note of a parameter that may be given with one value, the one that asks for nothing.</summary>
    public void Accept(string name, string harmless)
    {
        if (_values.GetValueOrDefault(_prefix + name) == harmless)
        {
            _unread.Remove(_prefix + name);
        }
    }

    /// <summary>The members <c>name.member.1</c> and so on; null when the list is absent.</summary>
    public IReadOnlyList<string>? Texts(string name) => Members(name, Text);

    /// <summary>The structures <c>name.member.1.…</c> and so on; null when the list is absent.</summary>
    public IReadOnlyList<T>? Structures<T>(string name, Func<QueryParameters, T> read) =>
        Members(name, member => IsParent(_prefix + member)
            ? read(new QueryParameters(this, _prefix + member + "."))
            : default);

    /// <summary>Ends the reading.</summary>
    /// <exception cref="AwsException">ValidationError that names a parameter that nothing here understands.</exception>
    public void RefuseUnread()
    {
        if (_unread.Count > 0)
        {
            throw AwsException.Validation(
                $"The parameter {_unread.Order(StringComparer.Ordinal).First()} is not available here; leave it out.");
        }
    }

    private List<T>? Members<T>(string name, Func<string, T?> read)
    {
        // An empty list is sent as the bare name with an empty value.
        if (_values.TryGetValue(_prefix + name, out var empty) && empty.Length == 0)
        {
            _unread.Remove(_prefix + name);
            return [];
        }

        var members = new List<T>();
        while (read(string.Create(CultureInfo.InvariantCulture, $"{name}.member.{members.Count + 1}")) is { } member)
        {
            members.Add(member);
        }

        return members.Count == 0 ? null : members;
    }

    /// <summary>Whether there is a parameter below that name.</summary>
    /// <remarks>
    /// Keeping what is before each dot would take a hundred times the memory of a form whose names are mostly dots.
    /// </remarks>
    private bool IsParent(string name)
    {
        var start = name + ".";
        var index = Array.BinarySearch(_names, start, StringComparer.Ordinal);
        index = index < 0 ? ~index : index;
        return index < _names.Length && _names[index].StartsWith(start, StringComparison.Ordinal);
    }

    private AwsException Malformed(string name, string text, string expected) => new(
        "MalformedInput", $"The value '{text}' of the parameter {_prefix}{name} must be {expected}.");
}
