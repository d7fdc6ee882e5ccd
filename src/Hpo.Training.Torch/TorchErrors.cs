using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Hpo.Training.Torch;

/// <summary>What goes wrong in libtorch, in a sentence: it comes with a screen of addresses.</summary>
internal static partial class TorchErrors
{
    /// <summary>Calls libtorch.</summary>
    /// <exception cref="InsufficientMemoryException">libtorch did not get the memory it asked for.</exception>
    /// <exception cref="InvalidOperationException">Anything else went wrong in it.</exception>
    public static T InWords<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ExternalException exception)
        {
            throw Translate(exception);
        }
    }

    private static Exception Translate(ExternalException exception)
    {
        var line = exception.Message.Split('\n')[0].Trim();
        var memory = Asked().Match(line);
        if (!memory.Success)
            return new InvalidOperationException($"libtorch: {line}", exception);
        var gigabytes = double.Parse(memory.Groups["bytes"].Value, CultureInfo.InvariantCulture) / 1e9;
        return new InsufficientMemoryException($"There is not enough memory: libtorch asked for {gigabytes.ToString("N1", CultureInfo.InvariantCulture)} GB at once.", exception);
    }

    [GeneratedRegex("can't allocate memory: you tried to allocate (?<bytes>[0-9]+) bytes")]
    private static partial Regex Asked();
}
