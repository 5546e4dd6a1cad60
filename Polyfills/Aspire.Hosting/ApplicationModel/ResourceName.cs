namespace Aspire.Hosting.ApplicationModel;

/// <summary>The rule for resource names; they become host names and variable names, so it is strict.</summary>
internal static class ResourceName
{
    private const int MaxLength = 64;

    public static void Validate(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length > MaxLength)
        {
            throw Invalid(name, $"Name must be between 1 and {MaxLength} characters long.");
        }

        if (!char.IsAsciiLetter(name[0]))
        {
            throw Invalid(name, "Name must start with an ASCII letter.");
        }

        if (!name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            throw Invalid(name, "Name must contain only ASCII letters, digits, and hyphens.");
        }

        if (name.EndsWith('-') || name.Contains("--", StringComparison.Ordinal))
        {
            throw Invalid(name, "Name cannot end with a hyphen or contain consecutive hyphens.");
        }
    }

    private static ArgumentException Invalid(string name, string rule) =>
        new($"Resource name '{name}' is invalid. {rule}", nameof(name));
}
