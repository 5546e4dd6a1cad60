namespace Aspire.Hosting.ApplicationModel;

/// <summary>A line of a resource's log.</summary>
/// <param name="LineNumber">Counts from 1.</param>
/// <param name="Content">The text.</param>
/// <param name="IsErrorMessage">Whether it came over standard error, or was logged as a warning or worse.</param>
public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);
