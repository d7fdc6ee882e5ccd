using System.Text;

namespace Hpo.Cli.Commands;

/// <summary>The file that a definition is in.</summary>
internal static class DefinitionFile
{
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Its text.</summary>
    /// <param name="file">The file; - for the standard input.</param>
    /// <param name="what">What it defines, in words.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NotPossibleException">It is too large for that.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<string> ReadAsync(string file, string what, CancellationToken cancellationToken)
    {
        await using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = new char[MostBytes];
        var length = await reader.ReadBlockAsync(text, cancellationToken);
        return length < MostBytes ? new string(text, 0, length) : throw new NotPossibleException($"{file} is too large for the definition of {what}.");
    }
}
