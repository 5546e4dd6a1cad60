using CsCheck;
using TelemetryAspire.LocalAws.Timestream.Sql.Times;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Times;

/// <summary>What a whole pattern writes, it reads, to the nanosecond, for all times the service can hold.</summary>
public sealed class TimePatternPropertyTests
{
    private static readonly Gen<long> Nanos = Gen.Long[-9_223_372_036_000_000_000, long.MaxValue];

    [Theory]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSZ")]
    [InlineData("yyyyMMddHHmmssSSSSSSSSS")]
    [InlineData("EEEE, d MMMM yyyy h:m:s a n z")]
    [InlineData("E e xxxx-'W'w K:m:s.SSSSSSSSS a ZZZ")]
    [InlineData("uuuu DDD kk:mm:ss 'o''clock' SSSSSSSSSXXX")]
    public void Joda_reads_what_it_writes(string pattern)
    {
        var compiled = JodaPattern.Compile(pattern);

        Nanos.Sample(nanos => Assert.Equal(nanos, compiled.Parse(compiled.Format(nanos))));
    }

    [Theory]
    [InlineData("%Y-%m-%d %T.%f")]
    [InlineData("%W %e %M %Y %r %f")]
    [InlineData("%a %x/%v %k:%i:%s %f")]
    [InlineData("%j %Y %l-%i-%S-%p-%f")]
    public void MySql_reads_what_it_writes_to_the_microsecond(string pattern)
    {
        var compiled = MySqlPattern.Compile(pattern);

        // The first day holds only a part of its microseconds; dates of the first and last week may lie outside.
        Nanos.Select(nanos => nanos / 1000 * 1000).Sample(nanos => Assert.Equal(nanos, compiled.Parse(compiled.Format(nanos))));
    }

    [Fact]
    public void Any_pattern_is_compiled_or_refused_and_any_text_is_read_or_not() =>
        Gen.Select(Gen.String["yMdHhmsSzZeExwaG'u%Y .:-"], Gen.String["0123456789APMZ+-: ."]).Sample((pattern, text) =>
        {
            Use(MySqlPattern.Compile, pattern, text);
            Use(JodaPattern.Compile, pattern, text);
        });

    private static void Use(Func<string, TimePattern> compile, string pattern, string text)
    {
        try
        {
            var compiled = compile(pattern);
            compiled.Parse(text);
            compiled.Parse(compiled.Format(0));
        }
        catch (InvalidPatternException exception)
        {
            Assert.NotEmpty(exception.Message);
        }
    }
}
