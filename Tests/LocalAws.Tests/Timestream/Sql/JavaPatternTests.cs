using System.Globalization;
using CsCheck;
using TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql;

public sealed class JavaPatternTests
{
    /// <summary>Random patterns and texts, and what java.util.regex of Java 17 answered: groups of each match, and its index.</summary>
    [Theory]
    [InlineData("a\\P{Lu}", "aé-É😁\rbbÉ", "{aé}@0")]
    [InlineData("B|\\1{2}+\\^", "b\tABa😁b-k", "{B}@3")]
    [InlineData("É\\b{0,1}+.|\\b[[^0B][A]C]B", "\u2028\tÉAacß", "{ÉA}@2")]
    [InlineData("\n{0,1}k{0,1}.", "😁ababßbK", "{😁}@0{a}@2{b}@3{a}@4{b}@5{ß}@6{b}@7{K}@8")]
    [InlineData(".{1,}+", "É😀ba٣bcc", "{É😀ba٣bcc}@0")]
    [InlineData("\u2028{1,}.{2}\\Za?", "\t\u2028_😁", "{\u2028_😁}@1")]
    [InlineData("\\pL{0,1}+", "cK_B\n1Cac", "{c}@0{K}@1{}@2{B}@3{}@4{}@5{C}@6{a}@7{c}@8{}@9")]
    [InlineData(".\u2028{0,1}-{2}|\\w", "É_٣", "{_}@1")]
    [InlineData("k?😀{1,2}K{0,1}", "a😀k\u2028ébé😀", "{😀}@1{😀}@8")]
    [InlineData("[A\\D&&[^[a-z]c]]$\\d{0,1}+", "éKc😁", "{😁}@3")]
    [InlineData("c{1,}?", "😀aK\tck😀A", "{c}@5")]
    [InlineData("[a-zBa-z]", "1.a", "{a}@2")]
    [InlineData("(?i)\r", "ébC- ٣\r B", "{\r}@6")]
    [InlineData(".(?!^[^\\W]{2}){1,}|٣", "bk😁cC٣", "{b}@0{k}@1{😁}@2{c}@4{C}@5{٣}@6")]
    [InlineData("\\P{Lu}{1,}|😁\\D{1,}+", "-\u0085\u0085a", "{-\u0085\u0085a}@0")]
    [InlineData("éB{2}|\\pL?", "\r_😁 k", "{}@0{}@1{}@2{}@4{k}@5{}@6")]
    [InlineData("(?iu:\\P{Lu})", "1\u0085ÉBÉ\r\n ", "{1}@0{\u0085}@1{\r}@5{\n}@6{ }@7")]
    [InlineData("ß{0,1}\\v?", " bß b ", "{}@0{}@1{ß}@2{}@3{}@4{}@5{}@6")]
    [InlineData("\\S?|[^0[^\\p{Lu}]]\\z?", "k\u2028b_", "{k}@0{\u2028}@1{b}@2{_}@3{}@4")]
    [InlineData("[aA]*\\pL*+", "\ra\r- ", "{}@0{a}@1{}@2{}@3{}@4{}@5")]
    [InlineData("٣{0,1}+[C[^a-c]0]", "\tC.\u2028", "{\t}@0{C}@1{.}@2{\u2028}@3")]
    [InlineData("K?\\v{1,}+", " b\u2028", "{\u2028}@2")]
    [InlineData("\\P{Lu}?", "a_\r\n_0a٣٣a", "{a}@0{_}@1{\r}@2{\n}@3{_}@4{0}@5{a}@6{٣}@7{٣}@8{a}@9{}@10")]
    [InlineData("\\w{0,1}0{0,1}+", "\nKß.\u2028-", "{}@0{K}@1{}@2{}@3{}@4{}@5{}@6")]
    [InlineData("a{0,1}\\pL\\p{Lower}{1,}", "AaAb", "{Aa}@0{Ab}@2")]
    [InlineData("(?:\t_)|[\\n]", "k😁b\r\nCB0", "{\n}@5")]
    [InlineData("B??[b]{1,2}.", "-é\r\n-bb😁É٣", "{bb😁}@5")]
    [InlineData("(?iu)\\S", "_\n ٣a\r\n\r\nÉ-", "{_}@0{٣}@3{a}@4{É}@9{-}@10")]
    [InlineData("\u2028*?.{1,}+", "Kb\r01", "{Kb}@0{01}@3")]
    [InlineData("\\v{2}", "\r\nb\u2028", "{\r\n}@0")]
    [InlineData("K+?[A-B]|٣\\p{Lower}{1,2}+", "b\u0085bK_٣ka", "{٣ka}@5")]
    [InlineData("[\\w&&\\w]{0,1}|\\S*B{1,2}", "Ac٣a\n\t\u2028\u0085 ", "{A}@0{c}@1{}@2{a}@3{}@4{}@5{}@6{}@7{}@8{}@9")]
    [InlineData("\\p{Lower}\\Z|[^a]", "\u2028aé k", "{\u2028}@0{é}@2{ }@3{k}@4")]
    [InlineData("[^\\p{Punct}]{0,1}", "-😁k😁\u0085😀b\u2028c", "{}@0{😁}@1{k}@3{😁}@4{\u0085}@6{😀}@7{b}@9{\u2028}@10{c}@11{}@12")]
    [InlineData("(?:\\Qa.b\\E{2})?\\0141", "k\taCÉAaB", "{a}@2{a}@6")]
    [InlineData(".{1,2}?", "-  _\u2028kßßa", "{-}@0{ }@1{ }@2{_}@3{k}@5{ß}@6{ß}@7{a}@8")]
    [InlineData("[[Ca-z]A<].", "\t0baBbb\u2028a", "{ba}@2{bb}@5")]
    [InlineData("k*+.{1,2}", "b\t😀", "{b\t}@0{😀}@2")]
    [InlineData(".+\\pL{2}", "ßkb\t", "{ßkb}@0")]
    [InlineData(" (?<=ß?)ß{0,1}|😁", "-\r\n Ab0a\u0085", "{ }@3")]
    [InlineData(".|[_B]{1,}+(?<=\\D++0(?<=$))B", "b😀ka00BAa", "{b}@0{😀}@1{k}@3{a}@4{0}@5{0}@6{B}@7{A}@8{a}@9")]
    [InlineData("\\w|b??\n{1,2}+", "ß\r\né😁 _\u0085bb", "{\n}@2{_}@7{b}@9{b}@10")]
    [InlineData("(?m:.?(?<!k[B0A-B]))*", "\u2028\u2028Cßé😀c", "{}@0{}@1{Cßé😀c}@2{}@8")]
    [InlineData("[ \\s]{1,2}?", ".a\r\nc-É\r\n\rC", "{\r}@2{\n}@3{\r}@7{\n}@8{\r}@9")]
    [InlineData("[B]{0,1}+| -[a]{1,}+\r", "_Bbk\u2028", "{}@0{B}@1{}@2{}@3{}@4{}@5")]
    [InlineData(".[^a&&[\\h0-1]]", "😁ka٣", "{😁k}@0{a٣}@3")]
    [InlineData("0{0,1}.", "b😁bb", "{b}@0{😁}@1{b}@3{b}@4")]
    [InlineData("(?d:a){1,}\\1{1,2}?C| ", "\r\u0085\u0085 a😁cCb", "{ }@3")]
    [InlineData("B{0,1}[_b-éa-c]{1,}+", "AB\tb", "{b}@3")]
    [InlineData("[^[a-ccB]1].", "1ßßCck1", "{ßß}@1{Cc}@3{k1}@5")]
    [InlineData(".{1,2}?.{1,}.*?", "ßc\r", "{ßc}@0")]
    [InlineData("\\d{0,1}", "a0b\u0085 ٣ ", "{}@0{0}@1{}@2{}@3{}@4{}@5{}@6{}@7")]
    [InlineData("[ \\vB].|\\Z.(?iu:\n)٣", "\n\tb", "{\n\t}@0")]
    [InlineData(".+|(?d:(?s)(?!\\v)😁*2}\t)*.", "😀cé٣", "{😀cé٣}@0")]
    [InlineData(" \r\\pL|\n", "b\n-😁A", "{\n}@1")]
    [InlineData("(?s).[\\D_😀-😁]", "é_k\t😁b_", "{é_}@0{k\t}@2{😁b}@4")]
    [InlineData("b(?>(?m:😁٣{0,1})A){0,1}", "cbc_ß1É", "{b}@1")]
    [InlineData("k{0,1}.٣{0,1}+-{1,2}", ".-1.-", "{.-}@0{.-}@3")]
    [InlineData("${1,2}|😀[^_&&[^B]]{1,}", "😀\u2028 0b", "{😀\u2028 0b}@0{}@6")]
    [InlineData("ß?[^\\W0]+?", "_😁1C\nKc_", "{_}@0{1}@3{C}@4{K}@6{c}@7{_}@8")]
    [InlineData("\\Qa.b\\EB?k+\\t|\n", "b\r\n😀\t\r", "{\n}@2")]
    [InlineData("(?iu)\\h", "B.😀\t", "{\t}@4")]
    [InlineData("B{0,1}(?d:\\b{1,2}+.|.{1,}?B)", "\nkCK", "{k}@1")]
    [InlineData("\\A{2}+[a-c b-é]{1,2}?\\p{L}\\B", "bbC.\tb", "{bb}@0")]
    [InlineData("a{1,}", "a A\nA\n\u2028", "{a}@0")]
    [InlineData("[\\D\\p{Punct}c]", "_-\récAc", "{_}@0{-}@1{\r}@2{é}@3{c}@4{A}@5{c}@6")]
    [InlineData("\\pL+|(?d:\\0141*? +\\v)c??", "c_\n.", "{c}@0")]
    [InlineData("\u2028|[^B]", "ÉacC\nßb\u2028", "{É}@0{a}@1{c}@2{C}@3{\n}@4{ß}@5{b}@6{\u2028}@7")]
    [InlineData("[^a-z\\db]*+.", "\u2028bb\u0085ÉA", "{\u2028b}@0{b}@2")]
    [InlineData("٣[^\\p{Punct}A-B]?1*+", "C٣bcbC", "{٣b}@1")]
    [InlineData("(?iu:\u0085{0,1}.)$", "b\r\n😁b٣\r\nß\t😀", "{😀}@11")]
    [InlineData("(?m:.){2}[\\p{L}A]", "\n\n a1b-1", "{a1b}@3")]
    [InlineData("(?i)\\D", "AK\u0085\r0Cß٣É", "{A}@0{K}@1{\u0085}@2{\r}@3{C}@5{ß}@6{٣}@7{É}@8")]
    [InlineData("(?-i)a|b\\B??", "bCÉ", "{b}@0")]
    [InlineData("((?i)_|\r)", "\u0085\n\raa11", "{\r|\r}@2")]
    [InlineData("[c&&abc]", "\u0085bAa_caB\t", "{c}@5")]
    [InlineData(".(?<=\\pL😀{0,1}+)", "😀 b", "{b}@3")]
    [InlineData("[\\n]{0,1}\\D{1,}|$+\n", "\n0A\r\n\u2028ba", "{\n}@0{A\r\n\u2028ba}@2")]
    [InlineData("B{1,}+1?\\w|0{0,1}+", "\tBkÉ", "{}@0{Bk}@1{}@3{}@4")]
    [InlineData("\\W.?\\z{0,1}", "0_a\r\n-", "{\r}@3{\n-}@4")]
    [InlineData("(?<!\nK{1,2})É|$bC{1,}?", "\tAÉ- c", "{É}@2")]
    [InlineData("\\p{L}K*+[\\D[é]]", "\tb\u008501-bK", "{b\u0085}@1")]
    [InlineData("[[^\\h]_]|a😁", "٣ é\nKc😀", "{٣}@0{é}@2{\n}@3{K}@4{c}@5{😀}@6")]
    [InlineData("\\u0062", "\u2028ba1a😁é_ ", "{b}@1")]
    [InlineData(".\\B{1,2}+", "aéA", "{a}@0{é}@1")]
    [InlineData("\u0085\\p{L}b|\\D{1,2}0", "\t_0\ta\n", "{\t_0}@0")]
    [InlineData("((?s).{2}\\W$)", "Kb\u0085", "{Kb\u0085|Kb\u0085}@0")]
    [InlineData("\\h+\\w*?", "-Aß\u0085\t-", "{\t}@4")]
    [InlineData("[^A]{1,}+", "٣ -ß", "{٣ -ß}@0")]
    [InlineData("😁|[😀-😁]\r1\\B", ".\r\n.a😁a_é", "{😁}@5")]
    [InlineData("\\S{1,2}.", "\u20280 ", "{\u20280 }@0")]
    [InlineData("\\B*\\.c{0,1}", "Abk.", "{.}@3")]
    [InlineData("[0-1\\-c]", "K\u2028\u2028\tckÉ", "{c}@4")]
    [InlineData("b+😁?\\x{1F600}{0,1}", "-😀ka_a٣_b", "{b}@9")]
    [InlineData("(?>.b?\\S{1,2}?)(c{1,2}+)??", "ÉKk Aß\t", "{ÉK|<null>}@0{ A|<null>}@3")]
    [InlineData(".|.\\1,2}+", "aab😀ÉKa", "{a}@0{a}@1{b}@2{😀}@3{É}@5{K}@6{a}@7")]
    [InlineData("[^0\\w\\v&&[[^c]B]]?.b{1,2}", "😀.Abé", "{.Ab}@2")]
    [InlineData(".{1,}? ?\\v", "-b\u0085ék😀\u2028C ", "{-b\u0085}@0{ék😀\u2028}@3")]
    [InlineData("k(?:A+A\u0085|b\\P{Lu}b)|٣??\n", "c0\r\nb😀\u2028A😁\r", "{\n}@3")]
    [InlineData("\\1?(?>AA?){1,}?(?!^+\\S\\B)*", "0é😀BaAéca", "{A}@6")]
    [InlineData("\\2?[^0-1]$\u0085?", "_\r.b٣", "{٣}@4")]
    [InlineData("..{1,}", "ACÉ😁", "{ACÉ😁}@0")]
    [InlineData("[😀-😁é]", "KB1😁aAÉ", "{😁}@3")]
    [InlineData(".|\u0085\t{1,2}\\Z*\\z", "😁bb.", "{😁}@0{b}@2{b}@3{.}@4")]
    [InlineData("[A-B1[\\n]]++|É(?<=\u0085_)B+", "Bc ", "{B}@0")]
    [InlineData("[^[\\W😀-😁a-c]].", "\u0085_b٣\n\u2028\u2028", "{_b}@1")]
    [InlineData(".??(?i:\\v)", "-.\nC0", "{.\n}@1")]
    [InlineData("٣.😁{1,}|b", "😁é\u2028\u2028b", "{b}@5")]
    [InlineData(".|[^\\h]\\Z٣*\\v+", "\u0085ccéC\n\t😁", "{c}@1{c}@2{é}@3{C}@4{\t}@6{😁}@7")]
    [InlineData("\\p{L}", "Écb\rÉ\u2028k11", "{É}@0{c}@1{b}@2{É}@4{k}@6")]
    [InlineData("\\v{1,2}?a*|[1]\\b+", "\r\naéé", "{\r}@0{\na}@1")]
    [InlineData(".+?😀*+|(?d:-){1,}", "Ké\rCA٣b", "{K}@0{é}@1{C}@3{A}@4{٣}@5{b}@6")]
    [InlineData("[0-1[[Ca-cc]]0-1]", "_ab\u0085\rc\t\u2028", "{a}@1{b}@2{c}@5")]
    [InlineData(".{1,2}", "k😀K1", "{k😀}@0{K1}@3")]
    [InlineData("[]a-c]", "bA.Ka\u0085-", "{b}@0{a}@4")]
    [InlineData("(\u0085\\D*?).\\s|\n", "\n😁b😀٣", "{\n|<null>}@0")]
    [InlineData(".?(?<=(_)\\z) C|.", "😀b1aAab", "{😀|<null>}@0{b|<null>}@2{1|<null>}@3{a|<null>}@4{A|<null>}@5{a|<null>}@6{b|<null>}@7")]
    [InlineData("\\p{Lower}é{0,1}+|\n{0,1}", "A1é😀b\u0085c.٣", "{}@0{}@1{}@2{}@3{b}@5{}@6{c}@7{}@8{}@9{}@10")]
    [InlineData("\\Qa.b\\E*?_|(?:.)*+", "b\u0085a\ncA", "{b}@0{}@1{a}@2{}@3{cA}@4{}@6")]
    [InlineData(".é{1,2}", "A\r\n٣KéK\t", "{Ké}@4")]
    [InlineData("é|(?=K😀)[😀-😁 ]K++", "k0aéb\t😁B", "{é}@3")]
    [InlineData("\\w?$(?<n>[^10-1\\n]{0,1})", "ab\taA 1", "{1|}@6{|}@7")]
    [InlineData(".{1,2}", "_BBbba😁\u0085B", "{_B}@0{Bb}@2{ba}@4{😁}@6{B}@9")]
    [InlineData("\r{0,1}", "ÉBk\r", "{}@0{}@1{}@2{\r}@3{}@4")]
    [InlineData("[^A-B]", "éc\u0085b", "{é}@0{c}@1{\u0085}@2{b}@3")]
    [InlineData(".|[^A0]?", "-aa a", "{-}@0{a}@1{a}@2{ }@3{a}@4{}@5")]
    [InlineData("\u2028*?[[^[^0]]\\p{L}].", "ack\u2028k ", "{ac}@0{\u2028k }@3")]
    [InlineData("([[^[\\d]0-1&&a-b][a-c1]]?)", "\u0085K- ", "{\u0085|\u0085}@0{K|K}@1{-|-}@2{ | }@3{|}@4")]
    [InlineData("\\p{Lower}", "\u2028bC0KÉ\r\nC ", "{b}@1")]
    [InlineData("[\\w\\W]+?\\w", "aÉ\u2028éK", "{aÉ\u2028éK}@0")]
    [InlineData(".|[[a-zb]\\W]*\\h?", "\tß.", "{\t}@0{ß}@1{.}@2{}@3")]
    [InlineData("[[0&&\\p{L}]a-z](?<! {2}\\.*)", "😀abK", "{a}@2{b}@3")]
    [InlineData("\\Qa.b\\E{0,1}K|C+?.", "bßCaa٣K", "{Ca}@2")]
    [InlineData("\\w[\\-\\W\\p{Alpha}]?|C", "٣A aa", "{A }@1{aa}@3")]
    [InlineData("(?<n>.{1,2}?[^A-B&&\\w]{2})", "É\u0085a\nb", "{É\u0085a|É\u0085a}@0")]
    [InlineData("\\w(?![a\\-])\r", "a\rb😁_ \t٣😁", "{a\r}@0")]
    [InlineData("K\\p{Lower}*+", "KÉc\t c ", "{K}@0")]
    [InlineData("é \\Qa.b\\E|b[0b]?", "Cé\u0085ab", "{b}@4")]
    [InlineData(".{2}+|(?:\\S{0,1}(?s:\\R*))", "é\r\nkaBab", "{é\r\n}@0{ka}@3{Ba}@5{b}@7{}@8")]
    [InlineData("\n??é\\A|[^B😀-😁].{0,1}", "b\u2028É", "{b}@0{\u2028É}@1")]
    [InlineData("0|\u2028++", "K0baéb", "{0}@1")]
    [InlineData("(?>\\D)\\pL", "a٣😀K_", "{😀K}@2")]
    [InlineData("(?s).|(\\x61{1,2})", "\naAé😀0bÉc", "{\n|<null>}@0{a|<null>}@1{A|<null>}@2{é|<null>}@3{😀|<null>}@4{0|<null>}@6{b|<null>}@7{É|<null>}@8{c|<null>}@9")]
    [InlineData("é(?<=ka[[B]C]{1,}){0,1}+", "éK٣\u0085_c", "{é}@0")]
    [InlineData(".{0,1}\\D-", "\u2028ca٣-C0", "{a٣-}@2")]
    [InlineData("[0-1 *-c]\\pL*+", "٣\r\n\rB\r\n", "{B}@4")]
    [InlineData("[[[A-B]\\D\\-]A\\p{Alpha}]", "\n_\r\r\n-ac", "{\n}@0{_}@1{\r}@2{\r}@3{\n}@4{-}@5{a}@6{c}@7")]
    [InlineData("\\w|(?iu)b*C", "😁.-_C\u2028", "{_}@4{C}@5")]
    [InlineData("\\v.*?", "b\u2028\r\nb", "{\u2028}@1{\r}@2{\n}@3")]
    [InlineData(".{0,1}|C.\\G{2}", "\rBk٣\r\nÉ\u2028", "{}@0{B}@1{k}@2{٣}@3{}@4{}@5{É}@6{}@7{}@8")]
    public void Matches_as_Java_does(string pattern, string text, string expected) => Assert.Equal(expected, Matches(pattern, text));

    [Theory]
    [InlineData("*a", "Dangling meta character '*' near index 1")]
    [InlineData("a**", "Dangling meta character '*' near index 3")]
    [InlineData("a{", "Illegal repetition near index 2")]
    [InlineData("a{2,1}", "Illegal repetition range near index 6")]
    [InlineData("(a", "Unclosed group near index 2")]
    [InlineData("a)", "Unmatched closing ')' near index 1")]
    [InlineData("[a", "Unclosed character class near index 2")]
    [InlineData("[z-a]", "Illegal character range near index 4")]
    [InlineData("\\y", "Illegal or unsupported escape sequence \\y near index 2")]
    [InlineData("\\", "Unexpected end of the pattern near index 1")]
    [InlineData("\\k<n>", "A named capturing group does not exist near index 5")]
    [InlineData("(?<n>a)(?<n>b)", "Named capturing group <n> is already defined near index 12")]
    [InlineData("(?'n'a)", "Unknown inline modifier or group type near index 3")]
    [InlineData("(?(1)a|b)", "Unknown inline modifier or group type near index 3")]
    [InlineData("(?<n-m>a)", "The name of a capturing group is missing or not closed near index 4")]
    [InlineData("\\p{IsGreek}", "The character property {IsGreek} is unknown or not supported near index 11")]
    public void A_wrong_pattern_is_refused(string pattern, string message) =>
        Assert.Equal(message, Assert.Throws<JavaPatternException>(() => JavaPattern.Get(pattern)).Message);

    [Fact]
    public void Groups_cannot_be_nested_without_end() => Assert.Throws<JavaPatternException>(
        () => JavaPattern.Get(new string('(', 100_000) + new string(')', 100_000)));

    [Fact]
    public void Any_text_is_a_pattern_or_refused() => Gen.Char["ab01(){}[]<>?*+|^$.\\-:=!&#,iksxpQERbdw\n😀"].Array[0, 12].Sample(
        characters =>
        {
            try
            {
                _ = Matches(new string(characters), "ab😀1\n");
            }
            catch (JavaPatternException)
            {
                // The only way to fail.
            }
        },
        iter: 20_000,
        seed: "0000000000001");

    private static string Matches(string pattern, string text)
    {
        var regex = JavaPattern.Get(pattern);
        return string.Concat(regex.Matches(text).Select(match =>
        {
            var groups = Enumerable.Range(0, regex.GroupCount + 1).Select(number => JavaPattern.Group(match, number) ?? "<null>");
            return string.Create(CultureInfo.InvariantCulture, $"{{{string.Join('|', groups)}}}@{match.Index}");
        }));
    }
}
