using System.Globalization;
using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Fuzz;

/// <summary>Values that have broken programs before, and plausible ones that reach further into them.</summary>
internal static class Hostile
{
    /// <summary>JSON that is no text: other types, other sizes, and what parsers choke on.</summary>
    private static readonly string[] Json =
    [
        "null", "true", "false", "0", "-1", "1", "1.5", "1e308", "1e999", "-0.0", "1E-400", "9223372036854775807",
        "9223372036854775808", "-9223372036854775809", "18446744073709551616", "2147483648",
        "123456789012345678901234567890123456789012345678901234567890", "NaN", "Infinity", "01", "+1", ".5", "1.",
        "[]", "{}", "[[]]", "[null]", "{\"a\":{}}", "[{}]", "\"\"", "\"\\ud800\"", "\"\\udfff\\ud800\"", "\"\\u0000\"",
        "\"\\x\"", "\"\\u12\"", "'a'", "undefined", "", ",", "\"", "[1,]", "{\"a\":1,}", "\"a\" \"b\"", "/*c*/1",
    ];

    private static readonly string[] Texts =
    [
        "", " ", "a", "..", "../../../../etc/passwd", "..\\..\\x", "/", "//", "C:\\x", "/dev/null", "con", "nul", ".",
        "%2e%2e%2f", "a\0b", "\u0001", "\u007f", "\u2028", "\uFEFF", "\uFFFE", "é", "日本語", "😀", "a\u0301", "İ", "ß",
        "null", "true", "0", "-1", "1e9", "9999999999999999999", "0x10", "NaN", "1970-01-01", "99999-99-99",
        "${x}", "!{timestamp:yyyy}", "!{", "!{firehose:}", "!{timestamp:", "{{", "*", "?", "[a-z]", "(a+)+$",
        "' OR 1=1 --",
        "\"; DROP TABLE x; --", "<a>&b;</a>", "<![CDATA[", "AAAA", "QUJD", "=", "====", "QUJ", "QU=JD", "\r\nX: y",
        "\t",
        "arn:aws:kinesis:us-east-1:000000000000:stream/fuzz-1", "arn:aws:kinesis:us-east-1:000000000000:stream/",
        "arn:aws:s3:::fuzz-bucket-1", "arn:aws:iam::000000000000:role/r", "arn:", "arn:aws:::::", ":::::::",
        "shardId-000000000000", "shardId-000000000001", "shardId-999999999999", "shardId-", "shardId--1",
        "fuzz-1", "fuzz-2", "fuzz-bucket-1", "FuzzDb", "FuzzTable", "TRIM_HORIZON", "LATEST", "AT_SEQUENCE_NUMBER",
        "AFTER_SEQUENCE_NUMBER", "AT_TIMESTAMP", "AT_TRIM_HORIZON", "PROVISIONED", "ON_DEMAND", "DirectPut",
        "KinesisStreamAsSource", "GZIP", "UNCOMPRESSED", "DOUBLE", "BIGINT", "VARCHAR", "BOOLEAN", "TIMESTAMP", "MULTI",
        "MILLISECONDS", "NANOSECONDS", "IncrementalBy", "ALL", "KMS", "NONE", "340282366920938463463374607431768211455",
        "340282366920938463463374607431768211456",
        "49590338271490256608559692538361571095921575989136588898",
        "SELECT 1", "SELECT * FROM \"FuzzDb\".\"FuzzTable\"", "SELECT (((((1)))))", "SELECT 1/0", "SELECT ' ",
        "SHOW TABLES",
        "DESCRIBE \"FuzzDb\".\"FuzzTable\"", "WITH a AS (SELECT 1) SELECT * FROM a", "SELECT ago(1h), bin(now(), 1s)",
        "SELECT CAST('x' AS bigint)", "SELECT sum(x) OVER (ORDER BY x) FROM (VALUES 1,2) AS t(x)", "SELECT 1;;",
    ];

    /// <summary>Some text.</summary>
    public static string Text(Random random) => random.Next(40) switch
    {
        0 => new string((char)random.Next('a', 'z' + 1), random.Next(1, 3000)),
        1 => Nested(random, "(", ")"),
        2 => "SELECT " + Nested(random, "(", ")"),
        3 => "SELECT " + string.Join('+', Enumerable.Repeat("1", random.Next(1, 2000))),
        4 => "SELECT " + string.Concat(Enumerable.Repeat("NOT ", random.Next(1, 2000))) + "true",
        5 => Garbage(random, random.Next(1, 40)),
        6 => Choose(random, Texts) + Choose(random, Texts),
        7 => random.NextInt64().ToString(CultureInfo.InvariantCulture),
        _ => Choose(random, Texts),
    };

    /// <summary>JSON of whatever type.</summary>
    public static string JsonValue(Random random) => random.Next(60) switch
    {
        0 => new string('[', random.Next(1, 5000)),
        1 => Nested(random, "[", "]"),
        2 => Nested(random, "{\"a\":", "}"),
        3 => new string('9', random.Next(1, 2000)),
        < 25 => JsonText(Text(random)),
        _ => Choose(random, Json),
    };

    /// <summary>Text as JSON, which it is unless it is hostile itself.</summary>
    public static string JsonText(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' => json.Append('\\').Append(character),
                < ' ' => json.Append($"\\u{(int)character:x4}"),
                _ when char.IsSurrogate(character) => json.Append($"\\u{(int)character:x4}"),
                _ => json.Append(character),
            };
        }

        return json.Append('"').ToString();
    }

    public static T Choose<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private static string Nested(Random random, string open, string close)
    {
        var depth = random.Next(1, 300);
        return string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
    }

    private static string Garbage(Random random, int length) =>
        string.Create(length, random, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = (char)source.Next(1, 0xFFFF);
            }
        });
}
