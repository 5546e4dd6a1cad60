using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>The windows that a SELECT's WINDOW clause names.</summary>
internal sealed class WindowNames
{
    private readonly Dictionary<string, WindowSpecification> _windows = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the clause in its order: a window can start from one named before it.</summary>
    public WindowNames(IEnumerable<NamedWindow> windows)
    {
        foreach (var window in windows)
        {
            if (!_windows.TryAdd(window.Name, Resolve(window.Window)))
            {
                throw SqlError.At(window.Position, $"WINDOW name '{window.Name}' specified more than once");
            }
        }
    }

    public static WindowNames None { get; } = new([]);

    /// <summary>The window with what the one it starts from says.</summary>
    public WindowSpecification Resolve(WindowSpecification window)
    {
        if (window.Base is null)
        {
            return window;
        }

        if (!_windows.TryGetValue(window.Base, out var named))
        {
            throw SqlError.At(window.Position, $"Cannot resolve WINDOW name {window.Base}");
        }

        var addsNothing = window is { PartitionBy: [], OrderBy: [], Frame: null };
        if (!addsNothing && named.Frame is not null)
        {
            throw SqlError.At(window.Position, "Cannot reference named WINDOW containing frame specification");
        }

        if (window.PartitionBy.Count > 0)
        {
            throw SqlError.At(window.Position, "WINDOW specification with named WINDOW reference cannot specify PARTITION BY");
        }

        if (window.OrderBy.Count > 0 && named.OrderBy.Count > 0)
        {
            throw SqlError.At(
                window.Position,
                "WINDOW specification cannot specify ORDER BY when referenced named WINDOW contains ORDER BY");
        }

        return addsNothing
            ? named
            : named with { OrderBy = window.OrderBy.Count > 0 ? window.OrderBy : named.OrderBy, Frame = window.Frame };
    }
}
