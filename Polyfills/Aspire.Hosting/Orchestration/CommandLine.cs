using System.Text;

namespace Aspire.Hosting.Orchestration;

/// <summary>Splits the one-line form of arguments that launch profiles have: <c>--name "two words" plain</c>.</summary>
internal static class CommandLine
{
    public static IReadOnlyList<string> Split(string line)
    {
        var arguments = new List<string>();
        var current = new StringBuilder();
        var quoted = false;
        var begun = false;
        for (var at = 0; at < line.Length; at++)
        {
            var character = line[at];
            if (character == '\\' && at + 1 < line.Length && line[at + 1] == '"')
            {
                current.Append('"');
                begun = true;
                at++;
            }
            else if (character == '"')
            {
                quoted = !quoted;
                begun = true;
            }
            else if (char.IsWhiteSpace(character) && !quoted)
            {
                Finish();
            }
            else
            {
                current.Append(character);
                begun = true;
            }
        }

        Finish();
        return arguments;

        void Finish()
        {
            if (begun)
            {
                arguments.Add(current.ToString());
            }

            current.Clear();
            begun = false;
        }
    }
}
