using System.Text;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <summary>Splits a query into tokens.</summary>
/// <remarks>Sample: <c>SELECT BIN(time, 15m) FROM "db"."t" -- comment</c>.</remarks>
internal sealed class SqlLexer
{
    private static readonly string[] LongSymbols = ["<>", "!=", "<=", ">=", "||", "::", "->", "=>"];
    private const string ShortSymbols = "+-*/%()[],.;<>=?:";

    private readonly string _text;
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private SqlLexer(string text) => _text = text;

    /// <exception cref="AwsException">ValidationException: a character or an open quote makes no token.</exception>
    public static List<SqlToken> Read(string text)
    {
        if (text.Contains('\0'))
        {
            throw SqlError.Syntax(new SourcePosition(1, 1), "the query contains the character U+0000");
        }

        var lexer = new SqlLexer(text);
        var tokens = new List<SqlToken>();
        do
        {
            tokens.Add(lexer.Next());
        }
        while (tokens[^1].Kind != SqlTokenKind.End);
        return tokens;
    }

    private char Current => Peek(0);

    private SourcePosition Position => new(_line, _at - _lineStart + 1);

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private SqlToken Next()
    {
        SkipSpaceAndComments();
        var position = Position;
        var start = _at;
        if (_at >= _text.Length)
        {
            return new SqlToken(SqlTokenKind.End, "<EOF>", position);
        }

        if (Current is '\'' or '"')
        {
            var kind = Current == '"' ? SqlTokenKind.QuotedName : SqlTokenKind.Text;
            return new SqlToken(kind, ReadQuoted(position), position);
        }

        if (char.IsAsciiDigit(Current) || (Current == '.' && char.IsAsciiDigit(Peek(1))))
        {
            return ReadNumber(position);
        }

        if (IsWordStart(Current) || (Current == '@' && IsWordStart(Peek(1))))
        {
            var kind = Current == '@' ? SqlTokenKind.Parameter : SqlTokenKind.Word;
            _at++;
            SkipWord();
            return new SqlToken(kind, _text[start.._at], position);
        }

        return ReadSymbol(position);
    }

    private static bool IsWordStart(char character) => char.IsLetter(character) || character == '_';

    private void SkipWord()
    {
        while (char.IsLetterOrDigit(Current) || Current == '_')
        {
            _at++;
        }
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Current))
        {
            _at++;
        }
    }

    private SqlToken ReadSymbol(SourcePosition position)
    {
        foreach (var symbol in LongSymbols)
        {
            if (string.CompareOrdinal(_text, _at, symbol, 0, symbol.Length) == 0)
            {
                _at += symbol.Length;
                return new SqlToken(SqlTokenKind.Symbol, symbol == "!=" ? "<>" : symbol, position);
            }
        }

        if (!ShortSymbols.Contains(Current))
        {
            throw SqlError.Syntax(position, $"mismatched input '{Current}'");
        }

        return new SqlToken(SqlTokenKind.Symbol, _text[_at++].ToString(), position);
    }

    private SqlToken ReadNumber(SourcePosition position)
    {
        var start = _at;
        SkipDigits();
        var isInteger = true;
        if (Current == '.')
        {
            isInteger = false;
            _at++;
            SkipDigits();
        }

        if (Current is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            isInteger = false;
            _at += 2;
            SkipDigits();
        }

        if (IsWordStart(Current))
        {
            SkipWord();
            return isInteger
                ? new SqlToken(SqlTokenKind.Interval, _text[start.._at], position)
                : throw SqlError.Syntax(position, $"mismatched input '{_text[start.._at]}'");
        }

        return new SqlToken(isInteger ? SqlTokenKind.Integer : SqlTokenKind.Double, _text[start.._at], position);
    }

    private string ReadQuoted(SourcePosition position)
    {
        var quote = _text[_at++];
        var text = new StringBuilder();
        while (_at < _text.Length)
        {
            var character = _text[_at++];
            if (character == '\n')
            {
                (_line, _lineStart) = (_line + 1, _at);
            }

            if (character != quote)
            {
                text.Append(character);
            }
            else if (Current == quote)
            {
                text.Append(quote);
                _at++;
            }
            else
            {
                return text.ToString();
            }
        }

        throw SqlError.Syntax(position, $"mismatched input '{quote}': the closing quote is missing");
    }

    private void SkipSpaceAndComments()
    {
        while (_at < _text.Length)
        {
            if (Current == '\n')
            {
                _at++;
                (_line, _lineStart) = (_line + 1, _at);
            }
            else if (char.IsWhiteSpace(Current))
            {
                _at++;
            }
            else if (Current == '-' && Peek(1) == '-')
            {
                _at = _text.IndexOf('\n', _at) is var end and >= 0 ? end : _text.Length;
            }
            else if (Current == '/' && Peek(1) == '*')
            {
                SkipBlockComment();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipBlockComment()
    {
        var position = Position;
        while (!(Current == '*' && Peek(1) == '/'))
        {
            if (_at >= _text.Length)
            {
                throw SqlError.Syntax(position, "mismatched input '/*': the comment is not closed");
            }

            if (Current == '\n')
            {
                (_line, _lineStart) = (_line + 1, _at + 1);
            }

            _at++;
        }

        _at += 2;
    }
}
