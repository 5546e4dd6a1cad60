namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <content>Lambda expressions: <c>x -&gt; x &gt; 1</c>, <c>(s, x) -&gt; s + x</c>, <c>() -&gt; 1</c>.</content>
internal sealed partial class SqlParser
{
    /// <summary>Whether names and an arrow come next: nothing else that begins with a name or a parenthesis has the arrow.</summary>
    private bool BeginsLambda()
    {
        if (!_tokens.Is("("))
        {
            return IsName && _tokens.Peek(1).Is("->");
        }

        var ahead = 1;
        while (_tokens.Peek(ahead).Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName || _tokens.Peek(ahead).Is(","))
        {
            ahead++;
        }

        return _tokens.Peek(ahead).Is(")") && _tokens.Peek(ahead + 1).Is("->");
    }

    private LambdaExpression ParseLambda()
    {
        var position = _tokens.Position;
        List<string> parameters = [];
        if (!_tokens.TryTake("("))
        {
            parameters.Add(ParseName());
        }
        else if (!_tokens.TryTake(")"))
        {
            parameters = ParseList(ParseName);
            _tokens.Expect(")");
        }

        _tokens.Expect("->");
        return new LambdaExpression(position, parameters, NestedDoubling(ParseExpression));
    }
}
