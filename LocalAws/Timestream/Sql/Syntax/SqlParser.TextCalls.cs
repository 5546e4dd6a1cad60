namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <content>String functions with keywords between their arguments.</content>
internal sealed partial class SqlParser
{
    /// <summary><c>position('b' IN 'abc')</c>, which is strpos.</summary>
    private FunctionCall ParsePosition()
    {
        var position = _tokens.Take().Position;
        _tokens.Expect("(");
        var part = ParseConcatenation();
        _tokens.Expect("IN");
        var text = ParseConcatenation();
        _tokens.Expect(")");
        return new FunctionCall(position, "strpos", [text, part]);
    }

    /// <summary><c>substring(x FROM 2 FOR 3)</c>, or the same with commas.</summary>
    private FunctionCall ParseSubstring()
    {
        var position = _tokens.Take().Position;
        _tokens.Expect("(");
        var arguments = new List<Expression> { ParseExpression() };
        if (_tokens.TryTake("FROM"))
        {
            arguments.Add(ParseExpression());
            if (_tokens.TryTake("FOR"))
            {
                arguments.Add(ParseExpression());
            }
        }
        else
        {
            while (_tokens.TryTake(","))
            {
                arguments.Add(ParseExpression());
            }
        }

        _tokens.Expect(")");
        return new FunctionCall(position, "substring", arguments);
    }
}
