using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <summary>The parser's position in the tokens of a query.</summary>
internal sealed class TokenReader(IReadOnlyList<SqlToken> tokens)
{
    private int _at;

    public SqlToken Current => tokens[_at];

    public SourcePosition Position => Current.Position;

    public SqlToken Peek(int ahead) => tokens[Math.Min(_at + ahead, tokens.Count - 1)];

    public SqlToken Take()
    {
        var token = Current;
        if (token.Kind != SqlTokenKind.End)
        {
            _at++;
        }

        return token;
    }

    public bool Is(string symbolOrKeyword) => Current.Is(symbolOrKeyword);

    /// <summary>Takes the tokens when all of them come next.</summary>
    public bool TryTake(params ReadOnlySpan<string> symbolsOrKeywords)
    {
        for (var index = 0; index < symbolsOrKeywords.Length; index++)
        {
            if (!Peek(index).Is(symbolsOrKeywords[index]))
            {
                return false;
            }
        }

        _at += symbolsOrKeywords.Length;
        return true;
    }

    public void Expect(params ReadOnlySpan<string> symbolsOrKeywords)
    {
        foreach (var expected in symbolsOrKeywords)
        {
            if (!TryTake(expected))
            {
                throw Mismatch($"'{expected}'");
            }
        }
    }

    public AwsException Mismatch(string expecting) =>
        SqlError.Syntax(Position, $"mismatched input '{Current.Text}'. Expecting: {expecting}");
}
