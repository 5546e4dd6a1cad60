using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.FunctionHost.Retries;

namespace TelemetryAspire.FunctionHost.Invocation;

/// <summary>Reads the functions that a type declares, and says what is wrong with a declaration.</summary>
internal static class FunctionDeclaration
{
    /// <summary>The functions of <typeparamref name="T"/>, at least one.</summary>
    /// <exception cref="FunctionHostConfigurationException">A declaration cannot work.</exception>
    public static IReadOnlyList<FunctionDefinition> Read<
        [DynamicallyAccessedMembers(FunctionHostExtensions.FunctionMembers)] T>(IJsonTypeInfoResolver? inputs)
        where T : class
    {
        var factory = ActivatorUtilities.CreateFactory<T>([]);
        var functions = typeof(T)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            .Where(method => method.IsDefined(typeof(FunctionAttribute), inherit: true))
            .Select(method => Read(method, services => factory(services, []), inputs))
            .ToList();
        return functions.Count > 0
            ? functions
            : throw new FunctionHostConfigurationException(
                $"{typeof(T).Name} has no function: no public method of it is marked [Function(\"name\")].");
    }

    private static FunctionDefinition Read(
        MethodInfo method, Func<IServiceProvider, object> createInstance, IJsonTypeInfoResolver? inputs)
    {
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        var display = $"{method.DeclaringType!.Name}.{method.Name}";
        CheckName(name, display);

        if (method.IsStatic || method.IsGenericMethod)
        {
            throw Wrong(display, "is static or generic; a function is an instance method of a type the host creates");
        }

        var parameters = method.GetParameters();
        var (triggerParameter, trigger) = FindTrigger(parameters, display);
        CheckTrigger(trigger, triggerParameter, method, display);
        var bindings = new ParameterBindings(display, triggerParameter, trigger, inputs);

        return new FunctionDefinition
        {
            Name = name,
            Method = display,
            Trigger = trigger,
            Retry = RetryPolicy.Read(SingleRetry(method, display), display),
            CreateInstance = createInstance,
            MethodInfo = method,
            Parameters = parameters.Select(bindings.Bind).ToList(),
            ReadInput = bindings.ReadInput,
        };
    }

    private static void CheckName(string name, string display)
    {
        // The name is part of S3 keys and file names.
        if (name.Length is 0 or > 128 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw Wrong(display, $"has the function name '{name}'; a name is 1 to 128 letters, digits, '-' and '_'");
        }
    }

    private static (ParameterInfo Parameter, Attribute Trigger) FindTrigger(ParameterInfo[] parameters, string display)
    {
        var triggers = parameters
            .SelectMany(parameter => parameter.GetCustomAttributes()
                .Where(attribute => attribute is KinesisTriggerAttribute or TimerTriggerAttribute)
                .Select(attribute => (parameter, attribute)))
            .ToList();
        return triggers.Count == 1
            ? triggers[0]
            : throw Wrong(
                display,
                $"has {triggers.Count} triggers; it needs one parameter with [KinesisTrigger] or [TimerTrigger]");
    }

    private static void CheckTrigger(Attribute trigger, ParameterInfo parameter, MethodInfo method, string display)
    {
        var expected = trigger is KinesisTriggerAttribute ? typeof(KinesisBatch) : typeof(TimerInfo);
        if (parameter.ParameterType != expected)
        {
            throw Wrong(display, $"takes its trigger as {parameter.ParameterType.Name}; it must be {expected.Name}");
        }

        var returns = method.ReturnType;
        var mayReturnResult = trigger is KinesisTriggerAttribute;
        if (returns != typeof(Task) && !(mayReturnResult && returns == typeof(Task<KinesisBatchResult>)))
        {
            var allowed = mayReturnResult ? "Task or Task<KinesisBatchResult>" : "Task";
            throw Wrong(display, $"returns {returns.Name}; it must return {allowed}");
        }

        if (trigger is KinesisTriggerAttribute { BatchSize: < 1 or > KinesisTriggerAttribute.MaxBatchSize } kinesis)
        {
            throw Wrong(
                display, $"has BatchSize {kinesis.BatchSize}; it must be 1 to {KinesisTriggerAttribute.MaxBatchSize}");
        }
    }

    private static RetryAttribute? SingleRetry(MethodInfo method, string display)
    {
        var retries = method.GetCustomAttributes<RetryAttribute>().ToList();
        return retries.Count <= 1
            ? retries.SingleOrDefault()
            : throw Wrong(display, "has more than one retry attribute");
    }

    internal static FunctionHostConfigurationException Wrong(string display, string what) =>
        new($"Function {display} {what}.");
}
