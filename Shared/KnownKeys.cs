using System.Collections;
using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.Settings;

/// <summary>Refuses settings whose key is unknown, which are mistyped ones.</summary>
/// <remarks>
/// The binder can do so too, but its error names the options class, neither the section nor the keys there are. This
/// file is compiled into each project that binds options, since those share no other code.
/// </remarks>
internal static class KnownKeys
{
    /// <summary>Binds options to a section of the application's configuration in which every key is known.</summary>
    public static OptionsBuilder<T> BindKnown<T>(this OptionsBuilder<T> options, string section)
        where T : class =>
        options
            .Configure<IConfiguration>((_, configuration) => Check<T>(configuration.GetSection(section)))
            .BindConfiguration(section, Strict);

    /// <summary>Without it the binder leaves out an item of a list that has a value it cannot read.</summary>
    public static void Strict(BinderOptions binder) => binder.ErrorOnUnknownConfiguration = true;

    /// <summary>Checks the keys of a section, those of its sub-sections and of the items of its lists.</summary>
    /// <exception cref="OptionsValidationException">A key is unknown; the message says what the keys are.</exception>
    public static void Check<T>(IConfigurationSection section)
    {
        var unknown = Unknown(section, typeof(T)).ToList();
        if (unknown.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(T), unknown);
        }
    }

    private static IEnumerable<string> Unknown(IConfigurationSection section, Type type)
    {
        if (IsText(type))
        {
            return [];
        }

        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            return section.GetChildren().SelectMany(item => Unknown(item, type.GetGenericArguments()[^1]));
        }

        var keys = type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }).ToList();
        return section.GetChildren().SelectMany(child =>
            keys.Find(key => key.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is { } known
                ? Unknown(child, known.PropertyType)
                : [Describe(section, child, keys)]);
    }

    /// <summary>Whether the binder makes a value of the type from one text.</summary>
    private static bool IsText(Type type) => TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));

    private static string Describe(
        IConfigurationSection section, IConfigurationSection child, IEnumerable<PropertyInfo> keys) =>
        $"Setting {child.Path} is unknown; "
        + $"the keys of {section.Path} are {string.Join(", ", keys.Select(key => key.Name))}.";
}
