namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <summary>This part: UNLOAD.</summary>
internal sealed partial class SqlParser
{
    private UnloadStatement ParseUnload()
    {
        var position = _tokens.Position;
        _tokens.Expect("UNLOAD", "(");
        var query = ParseQuery();
        _tokens.Expect(")", "TO");
        var destinationPosition = _tokens.Position;
        var destination = ParseText();
        List<UnloadOption> options = [];
        if (_tokens.TryTake("WITH"))
        {
            _tokens.Expect("(");
            options = ParseList(ParseUnloadOption);
            _tokens.Expect(")");
        }

        return new UnloadStatement(position, query, destinationPosition, destination, options);
    }

    private UnloadOption ParseUnloadOption()
    {
        var position = _tokens.Position;
        var name = ParseName();
        _tokens.Expect("=");
        if (!_tokens.TryTake("ARRAY", "["))
        {
            return new UnloadOption(position, name, ParseText(), Names: null);
        }

        var names = ParseList(ParseText);
        _tokens.Expect("]");
        return new UnloadOption(position, name, Text: null, names);
    }
}
