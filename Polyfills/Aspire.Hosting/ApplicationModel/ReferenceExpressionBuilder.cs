using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Builds a <see cref="ReferenceExpression"/> piece by piece.</summary>
public class ReferenceExpressionBuilder
{
    private readonly StringBuilder _format = new();
    private readonly List<IValueProvider> _providers = [];
    private readonly List<string> _expressions = [];
    private readonly List<string?> _formats = [];

    /// <summary>Whether nothing was added.</summary>
    public bool IsEmpty => _format.Length == 0;

    /// <summary>Adds an interpolated string, such as <c>$"{endpoint}/api"</c>.</summary>
    /// <param name="handler">Made and filled by the compiler from the string.</param>
    [SuppressMessage(
        "Performance", "CA1822", Justification = "The handler writes into the instance the call is made on.")]
    public void Append(
        [InterpolatedStringHandlerArgument("")] in ReferenceExpressionBuilderInterpolatedStringHandler handler)
    {
        // The handler wrote into this builder while the compiler filled it.
    }

    /// <summary>Adds text.</summary>
    public void AppendLiteral(string value) =>
        _format.Append(value.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    /// <summary>Adds a known value.</summary>
    public void AppendFormatted(string? value) => AppendFormatted(value, null);

    /// <summary>Adds a known value in a given form.</summary>
    public void AppendFormatted(string? value, string? format = null)
    {
        if (value is not null)
        {
            AppendLiteral(StringFormat.Apply(value, format)!);
        }
    }

    /// <summary>Adds a value known at run time.</summary>
    public void AppendFormatted<T>(T valueProvider)
        where T : IValueProvider, IManifestExpressionProvider => AppendFormatted(valueProvider, null);

    /// <summary>Adds a value known at run time in a given form.</summary>
    public void AppendFormatted<T>(T valueProvider, string? format)
        where T : IValueProvider, IManifestExpressionProvider
    {
        _format.Append(CultureInfo.InvariantCulture, $"{{{_providers.Count}}}");
        _providers.Add(valueProvider);
        _expressions.Add(valueProvider.ValueExpression);
        _formats.Add(format);
    }

    /// <summary>The expression of what was added so far.</summary>
    public ReferenceExpression Build() =>
        ReferenceExpression.Make(_format.ToString(), [.. _providers], [.. _expressions], [.. _formats]);

    /// <summary>Passes the parts of an interpolated string to its builder; the compiler writes the calls.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct ReferenceExpressionBuilderInterpolatedStringHandler
    {
        private readonly ReferenceExpressionBuilder _builder;

        /// <summary>Called by the compiler.</summary>
        public ReferenceExpressionBuilderInterpolatedStringHandler(
            int literalLength, int formattedCount, ReferenceExpressionBuilder builder) => _builder = builder;

        /// <summary>Adds text.</summary>
        public readonly void AppendLiteral(string value) => _builder.AppendLiteral(value);

        /// <summary>Adds a known value.</summary>
        public readonly void AppendFormatted(string? value) => _builder.AppendFormatted(value);

        /// <summary>Adds a known value in a given form.</summary>
        public readonly void AppendFormatted(string? value, string format) => _builder.AppendFormatted(value, format);

        /// <summary>Adds a value known at run time.</summary>
        public readonly void AppendFormatted<T>(T valueProvider)
            where T : IValueProvider, IManifestExpressionProvider => _builder.AppendFormatted(valueProvider);

        /// <summary>Adds a value known at run time in a given form.</summary>
        public readonly void AppendFormatted<T>(T valueProvider, string? format)
            where T : IValueProvider, IManifestExpressionProvider => _builder.AppendFormatted(valueProvider, format);

        /// <summary>Adds the value of a resource.</summary>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider, IManifestExpressionProvider =>
                _builder.AppendFormatted(valueProvider.Resource);

        /// <summary>Adds the value of a resource in a given form.</summary>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider, string? format)
            where T : IResource, IValueProvider, IManifestExpressionProvider =>
            _builder.AppendFormatted(valueProvider.Resource, format);
    }
}

/// <summary>The forms a hole of an expression can ask for.</summary>
internal static class StringFormat
{
    /// <summary>Escapes a value for the inside of a URL when the format is <c>uri</c>.</summary>
    public static string? Apply(string? value, string? format) => (value, format) switch
    {
        (null, _) or (_, null or "") => value,
        (_, "uri") => Uri.EscapeDataString(value),
        _ => throw new FormatException($"The format '{format}' is not supported; the only one is 'uri'."),
    };
}
