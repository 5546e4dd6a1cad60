using TelemetryAspire.FunctionHost.Invocation;

namespace TelemetryAspire.FunctionHost.Tests.Invocation;

public sealed class FunctionDeclarationTests
{
    [Fact]
    public void A_type_without_a_function_is_refused() => AssertRefused<NoFunction>("NoFunction has no function");

    [Fact]
    public void A_function_without_a_trigger_is_refused() => AssertRefused<NoTrigger>("NoTrigger.Run has 0 triggers");

    [Fact]
    public void A_function_with_two_triggers_is_refused() =>
        AssertRefused<TwoTriggers>("TwoTriggers.Run has 2 triggers");

    [Fact]
    public void A_trigger_of_another_type_is_refused() =>
        AssertRefused<WrongTrigger>("WrongTrigger.Run takes its trigger as TimerInfo; it must be KinesisBatch");

    [Fact]
    public void A_function_that_returns_nothing_to_wait_for_is_refused() =>
        AssertRefused<ReturnsVoid>("ReturnsVoid.Run returns Void; it must return Task or Task<KinesisBatchResult>");

    [Fact]
    public void A_batch_size_above_the_limit_is_refused() =>
        AssertRefused<TooLargeBatch>("TooLargeBatch.Run has BatchSize 10001; it must be 1 to 10000");

    [Fact]
    public void A_parameter_nothing_provides_is_refused() =>
        AssertRefused<UnknownParameter>(
            "UnknownParameter.Run has the parameter 'text' (String), which nothing provides");

    [Fact]
    public void An_input_no_serializer_context_knows_is_refused() =>
        AssertRefused<UnknownInput>("takes its input as String, which no serializer context knows");

    [Fact]
    public void A_name_that_cannot_be_part_of_a_key_is_refused() =>
        AssertRefused<BadName>("has the function name 'a/b'");

    [Fact]
    public void A_static_function_is_refused() => AssertRefused<StaticFunction>("StaticFunction.Run is static");

    [Fact]
    public void All_functions_of_a_type_are_found() =>
        Assert.Equal(
            ["A", "B"], FunctionDeclaration.Read<TwoFunctions>(null).Select(function => function.Name).Order());

    private static void AssertRefused<T>(string message)
        where T : class
    {
        var error = Assert.Throws<FunctionHostConfigurationException>(() => FunctionDeclaration.Read<T>(null));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
