using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TelemetryAspire.FunctionHost.Invocation;

/// <summary>Decides, for each parameter of one function, where its value comes from.</summary>
internal sealed class ParameterBindings(
    string display, ParameterInfo triggerParameter, Attribute trigger, IJsonTypeInfoResolver? inputs)
{
    /// <summary>Reads the input parameter's value from JSON; null when no parameter takes the input.</summary>
    public Func<string?, object?>? ReadInput { get; private set; }

    public Func<InvocationInput, object?> Bind(ParameterInfo parameter)
    {
        if (parameter == triggerParameter)
        {
            return input => input.Trigger;
        }

        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return input => input.Context;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return input => input.Context.CancellationToken;
        }

        var read = BindInput(parameter);
        return input => read(input.Json);
    }

    private Func<string?, object?> BindInput(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (trigger is not TimerTriggerAttribute { Input: not null } || ReadInput is not null)
        {
            throw FunctionDeclaration.Wrong(
                display,
                $"has the parameter '{parameter.Name}' ({type.Name}), which nothing provides: besides its trigger, "
                + "a function takes a FunctionContext, a CancellationToken and, once, the trigger's Input");
        }

        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = inputs };
        if (inputs?.GetTypeInfo(type, options) is null)
        {
            throw FunctionDeclaration.Wrong(
                display,
                $"takes its input as {type.Name}, which no serializer context knows: add "
                + $"[JsonSerializable(typeof({type.Name}))] to one and give it to AddFunction");
        }

        options.MakeReadOnly();
        var typeInfo = options.GetTypeInfo(type);
        return ReadInput = json => JsonSerializer.Deserialize(json ?? "null", typeInfo);
    }
}
