using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TelemetryAspire.FunctionHost.Invocation;

namespace TelemetryAspire.FunctionHost;

/// <summary>Adds functions and middleware to an application.</summary>
public static class FunctionHostExtensions
{
    /// <summary>
    /// Adds the functions of <typeparamref name="T"/>: its public methods marked <see cref="FunctionAttribute"/>.
    /// </summary>
    /// <param name="builder">The application.</param>
    /// <param name="inputs">
    /// The serializer context that knows the input types of its triggers; needed only when a trigger has an input.
    /// </param>
    /// <remarks>
    /// An instance is created per invocation, with its constructor's services from the invocation's scope. Functions
    /// that listen to a stream need <c>IAmazonKinesis</c> and, for dead letters, <c>IAmazonS3</c> among the services.
    /// </remarks>
    /// <exception cref="FunctionHostConfigurationException">A function is declared wrongly.</exception>
    public static IHostApplicationBuilder AddFunction<[DynamicallyAccessedMembers(FunctionMembers)] T>(
        this IHostApplicationBuilder builder, IJsonTypeInfoResolver? inputs = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var function in FunctionDeclaration.Read<T>(inputs))
        {
            builder.Services.AddSingleton(function);
            builder.Services.AddTriggerOf(function);
        }

        return builder;
    }

    /// <summary>Runs <typeparamref name="T"/> around every invocation, inside the middleware added before it.</summary>
    public static IHostApplicationBuilder UseMiddleware<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IHostApplicationBuilder builder)
        where T : class, IFunctionsWorkerMiddleware
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddScoped<T>();
        builder.Services.AddSingleton(new MiddlewareRegistration(services => services.GetRequiredService<T>()));
        return builder;
    }

    internal const DynamicallyAccessedMemberTypes FunctionMembers =
        DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.PublicConstructors;
}
