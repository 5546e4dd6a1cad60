using System.Data.Common;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>A statement that <see cref="DuckDb.Run"/> ran has failed, with DuckDB's words.</summary>
internal sealed class StatementException(string message) : DbException(message);
