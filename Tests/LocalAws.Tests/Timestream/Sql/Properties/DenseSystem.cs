namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Properties;

/// <summary>Solves linear equations by elimination, with no use of their form.</summary>
internal static class DenseSystem
{
    /// <param name="size">The number of unknowns.</param>
    /// <param name="at">The matrix by row and column; the column after the last is the right side.</param>
    public static double[] Solve(int size, Func<int, int, double> at)
    {
        var matrix = Enumerable.Range(0, size).Select(row => Enumerable.Range(0, size + 1).Select(column => at(row, column)).ToArray()).ToArray();
        for (var pivot = 0; pivot < size; pivot++)
        {
            var best = Enumerable.Range(pivot, size - pivot).MaxBy(row => Math.Abs(matrix[row][pivot]));
            (matrix[pivot], matrix[best]) = (matrix[best], matrix[pivot]);
            foreach (var row in Enumerable.Range(0, size).Where(row => row != pivot))
            {
                var factor = matrix[row][pivot] / matrix[pivot][pivot];
                matrix[row] = [.. matrix[row].Select((value, column) => value - (factor * matrix[pivot][column]))];
            }
        }

        return [.. matrix.Select((row, index) => row[size] / row[index])];
    }
}
