using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Hpo.Cli;

/// <summary>Options that are whole numbers, and the words for what is none.</summary>
internal static class NumberOption
{
    /// <summary>An option; null when it is not given.</summary>
    public static Option<T?> Create<T>(string name, string description)
        where T : struct, IBinaryInteger<T> => new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                var text = result.Tokens.Single().Value;
                if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                    return number;
                result.AddError($"{name} {Words.Plain(text)} is not a whole number, or too large.");
                return null;
            },
        };
}
