using System.Globalization;
using System.Runtime.CompilerServices;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>An interpolated string whose holes are filled when the application runs.</summary>
public class ReferenceExpression : IExpressionValue, IValueWithReferences
{
    /// <summary>The expression without any text.</summary>
    public static readonly ReferenceExpression Empty = Create($"");

    private readonly string?[] _formats;

    private ReferenceExpression(string format, IValueProvider[] providers, string[] expressions, string?[] formats)
    {
        Format = format;
        ValueProviders = providers;
        ManifestExpressions = expressions;
        _formats = formats;
    }

    /// <summary>The text with numbered holes, <c>{0}/api</c>.</summary>
    public string Format { get; }

    /// <summary>What each hole stands for, as manifest expressions.</summary>
    public IReadOnlyList<string> ManifestExpressions { get; }

    /// <summary>What fills each hole.</summary>
    public IReadOnlyList<IValueProvider> ValueProviders { get; }

    /// <summary>The format given at each hole, null where there is none.</summary>
    public IReadOnlyList<string?> StringFormats => _formats;

    /// <inheritdoc/>
    public string ValueExpression =>
        string.Format(CultureInfo.InvariantCulture, Format, [.. ManifestExpressions]);

    IEnumerable<object> IValueWithReferences.References => ValueProviders;

    /// <summary>Makes an expression out of an interpolated string.</summary>
    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.ToExpression();

    /// <inheritdoc/>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) =>
        GetValueAsync(new ValueProviderContext(), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken)
    {
        if (Format.Length == 0)
        {
            return null;
        }

        var values = new object?[ValueProviders.Count];
        for (var hole = 0; hole < values.Length; hole++)
        {
            var value = await ValueProviders[hole].GetValueAsync(context, cancellationToken);
            values[hole] = StringFormat.Apply(value, _formats[hole]);
        }

        return string.Format(CultureInfo.InvariantCulture, Format, values);
    }

    internal static ReferenceExpression Make(
        string format, IValueProvider[] providers, string[] expressions, string?[] formats) =>
        new(format, providers, expressions, formats);

    /// <summary>Collects the parts of an interpolated string; the compiler writes the calls.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct ExpressionInterpolatedStringHandler
    {
        private readonly ReferenceExpressionBuilder _builder;

        /// <summary>Called by the compiler.</summary>
        public ExpressionInterpolatedStringHandler(int literalLength, int formattedCount) =>
            _builder = new ReferenceExpressionBuilder();

        /// <summary>Adds text.</summary>
        public readonly void AppendLiteral(string value) => _builder.AppendLiteral(value);

        /// <summary>Adds a known value.</summary>
        public readonly void AppendFormatted(string? value) => _builder.AppendFormatted(value);

        /// <summary>Adds a known value in a given form.</summary>
        public readonly void AppendFormatted(string? value, string? format = null) =>
            _builder.AppendFormatted(value, format);

        /// <summary>Adds a value known at run time.</summary>
        public readonly void AppendFormatted<T>(T valueProvider)
            where T : IValueProvider, IManifestExpressionProvider => _builder.AppendFormatted(valueProvider);

        /// <summary>Adds a value known at run time in a given form.</summary>
        public readonly void AppendFormatted<T>(T valueProvider, string? format = null)
            where T : IValueProvider, IManifestExpressionProvider => _builder.AppendFormatted(valueProvider, format);

        /// <summary>Adds the value of a resource.</summary>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider, IManifestExpressionProvider =>
                _builder.AppendFormatted(valueProvider.Resource);

        /// <summary>Adds the value of a resource in a given form.</summary>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider, string? format = null)
            where T : IResource, IValueProvider, IManifestExpressionProvider =>
            _builder.AppendFormatted(valueProvider.Resource, format);

        internal readonly ReferenceExpression ToExpression() => _builder.Build();
    }
}
