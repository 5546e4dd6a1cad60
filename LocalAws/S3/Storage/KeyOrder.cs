using System.Text;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>Positions in the order S3 lists keys in: by their UTF-8 bytes, which is by their code points.</summary>
internal static class KeyOrder
{
    /// <summary>The first key that can follow <paramref name="key"/>.</summary>
    public static string After(string key) => key + '\0';

    /// <summary>
    /// The first key that can follow every key beginning with <paramref name="prefix"/>; null when none can.
    /// </summary>
    public static string? AfterAllWithPrefix(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToList();
        while (runes.Count > 0)
        {
            var last = runes[^1].Value;
            runes.RemoveAt(runes.Count - 1);
            if (last < 0x10FFFF)
            {
                // U+D800 to U+DFFF are no characters: the code point after U+D7FF is U+E000.
                runes.Add(new Rune(last == 0xD7FF ? 0xE000 : last + 1));
                return string.Concat(runes);
            }
        }
        return null;
    }

    /// <summary>
    /// What a key rolls up into: its beginning up to the first delimiter behind the prefix; null: nothing.
    /// </summary>
    public static string? CommonPrefixOf(string key, string prefix, string delimiter)
    {
        if (delimiter.Length == 0)
        {
            return null;
        }
        var at = key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return at < 0 ? null : key[..(at + delimiter.Length)];
    }

    /// <summary>Compares two keys by their UTF-8 bytes.</summary>
    public static int Compare(string left, string right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
