using System.Text;

namespace TelemetryAspire.LocalAws.Timestream.Unload;

/// <summary>Builds one line of a CSV file at a time.</summary>
/// <remarks>
/// As the guide's examples have it: a field with the delimiter in it is enclosed in quotes, and quotes and the escape
/// character are escaped wherever they are: <c>Time"stream</c> is <c>Time\"stream</c>. NULL is nothing.
/// </remarks>
internal sealed class CsvRow(char delimiter, char escape)
{
    private readonly StringBuilder _line = new();
    private bool _hasField;

    public void Append(string? field)
    {
        if (_hasField)
        {
            _line.Append(delimiter);
        }

        _hasField = true;
        if (field is null)
        {
            return;
        }

        var isQuoted = field.AsSpan().IndexOfAny(delimiter, '\n', '\r') >= 0;
        _line.Append(isQuoted ? "\"" : "");
        foreach (var character in field)
        {
            if (character == '"' || character == escape)
            {
                _line.Append(escape);
            }

            _line.Append(character);
        }

        _line.Append(isQuoted ? "\"" : "");
    }

    /// <summary>Ends the line, and begins the next.</summary>
    public byte[] End()
    {
        var bytes = Encoding.UTF8.GetBytes(_line.Append('\n').ToString());
        _line.Clear();
        _hasField = false;
        return bytes;
    }
}
